package io.gatewayanalyzer.app.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.gatewayanalyzer.app.analyze.Input;
import io.gatewayanalyzer.app.analyze.LineReader;
import io.gatewayanalyzer.app.config.TopicsSettings;
import io.gatewayanalyzer.app.report.AttemptScan;
import io.gatewayanalyzer.core.decode.ChunkShape;
import io.gatewayanalyzer.core.event.RawRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares the files that were analyzed with what the analysis wrote. Lines are counted; results
 * are told apart by the place their record had on the embedded broker.
 */
public final class DirectoryAudit {
  private static final String RAW_STREAMS = TopicsSettings.defaults().rawStreams().name();

  private static final int NAMED = 10;

  private final Path directory;
  private final JsonFactory json = new JsonFactory();
  private final AttemptScan attemptScan = new AttemptScan();
  private final Map<Integer, PartitionLedger> ledgers = new TreeMap<>();
  private String topic;
  private long attempts;
  private long undecodable;
  private long uncarried;

  /** What was written by an earlier analysis. */
  public DirectoryAudit(Path directory) {
    this.directory = directory;
  }

  /** Reads everything and compares. */
  public AuditReport run(List<Input> inputs) throws IOException {
    ChunkShape chunks = new ChunkShape();
    long[] records = {0};
    for (Input input : inputs) {
      lines(input.open(read -> {}), line -> records[0] += chunks.requestId(line) == null ? 1 : 0);
    }
    lines(Files.newInputStream(directory.resolve("attempts.ndjson")), this::attempt);
    lines(Files.newInputStream(directory.resolve("unknown.ndjson")), this::unknown);
    long answered = uncarried;
    long twice = 0;
    List<RawRef> firstTwice = new ArrayList<>();
    for (Map.Entry<Integer, PartitionLedger> ledger : ledgers.entrySet()) {
      answered += ledger.getValue().answers();
      twice += ledger.getValue().twice();
      ledger.getValue().twice(offset -> name(firstTwice, ledger.getKey(), offset));
    }
    return new AuditReport(
        records[0],
        attempts,
        undecodable,
        0,
        Math.max(0, records[0] - answered),
        twice + Math.max(0, answered - records[0]),
        0,
        List.of(),
        firstTwice);
  }

  private void name(List<RawRef> refs, int partition, long offset) {
    if (refs.size() < NAMED) {
      refs.add(new RawRef(topic, partition, offset));
    }
  }

  private void attempt(byte[] line) {
    attempts++;
    answer(attemptScan.read(line).rawRef());
  }

  private void unknown(byte[] line) throws IOException {
    Map<String, String> headers = headers(line);
    if ("undecodable_record".equals(headers.get("reason"))) {
      undecodable++;
      answer(RawRef.parse(headers.get("raw_ref")));
    }
  }

  private void answer(RawRef ref) {
    if (ref == null) {
      uncarried++;
      return;
    }
    if (ref.topic().equals(RAW_STREAMS)) {
      // A stream that was judged without its request: no line asked for it.
      return;
    }
    topic = ref.topic();
    ledgers.computeIfAbsent(ref.partition(), none -> new PartitionLedger(0)).answer(ref.offset());
  }

  private Map<String, String> headers(byte[] line) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    try (JsonParser parser = json.createParser(line)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = parser.currentName().equals("headers");
        parser.nextToken();
        while (wanted && parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          headers.put(name, parser.getValueAsString());
        }
      }
    }
    return headers;
  }

  private static void lines(InputStream bytes, LineUser user) throws IOException {
    try (bytes) {
      LineReader lines = new LineReader(bytes, Integer.MAX_VALUE - 64);
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        if (!LineReader.isBlank(line)) {
          user.use(line);
        }
      }
    }
  }

  /** Takes one line that is not blank. */
  private interface LineUser {
    void use(byte[] line) throws IOException;
  }
}
