package io.gatewayanalyzer.core.laws;

import io.gatewayanalyzer.core.decode.Decoder;
import io.gatewayanalyzer.core.decode.RawRequest;
import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.Ended;
import io.gatewayanalyzer.core.json.Slice;
import io.gatewayanalyzer.core.pack.StateReader;
import io.gatewayanalyzer.core.pack.StateWriter;
import io.gatewayanalyzer.core.scenarios.ScenarioFiles;
import io.gatewayanalyzer.core.stream.StreamReader;
import io.gatewayanalyzer.core.stream.StreamReading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A stream that some scenario holds.
 *
 * @param name the scenario's file
 * @param api the API called; null when unknown
 * @param bytes the stream as it was sent
 */
record Transcript(String name, Api api, byte[] bytes) {
  private static final long NOW = 1_793_534_400_000L;

  /** Every transcript of every scenario. */
  static List<Transcript> all() {
    List<Transcript> all = new ArrayList<>();
    for (String name : ScenarioFiles.names()) {
      Decoder decoder = new Decoder();
      if (decoder.decode(ScenarioFiles.read(name).record()) instanceof RawRequest request
          && request.stream() != null) {
        Slice stream = request.stream();
        byte[] bytes = Arrays.copyOfRange(stream.bytes(), stream.from(), stream.to());
        all.add(new Transcript(name, request.origin().api(), bytes));
      }
    }
    return all;
  }

  /** The same transcript with other bytes. */
  Transcript with(byte[] other) {
    return new Transcript(name, api, other);
  }

  /**
   * Reads it in pieces. Each piece lies in a buffer of its own that is overwritten after it was
   * read, as a network buffer would be.
   *
   * @param cuts ascending positions at which one piece ends and the next begins
   */
  StreamReading read(StreamReader reader, int... cuts) {
    reader.begin(api, NOW);
    int from = 0;
    for (int cut : cuts) {
      feed(reader, from, cut);
      from = cut;
    }
    feed(reader, from, bytes.length);
    return reader.end(Ended.UNKNOWN);
  }

  /**
   * Reads it in pieces, with another reader for each: what one leaves open is saved as bytes and
   * restored by the next. The API and the start become known at the end only.
   */
  StreamReading readSaved(StreamReader one, StreamReader two, int... cuts) {
    StreamReader reader = one;
    StreamReader other = two;
    reader.begin(null, 0);
    int from = 0;
    for (int cut : cuts) {
      feed(reader, from, cut);
      StateWriter saved = new StateWriter();
      reader.save(saved);
      other.restore(new StateReader(saved.toBytes()), null, 0);
      from = cut;
      StreamReader free = reader;
      reader = other;
      other = free;
    }
    feed(reader, from, bytes.length);
    StateWriter last = new StateWriter();
    reader.save(last);
    other.restore(new StateReader(last.toBytes()), api, NOW);
    return other.end(Ended.UNKNOWN);
  }

  private void feed(StreamReader reader, int from, int to) {
    byte[] buffer = Arrays.copyOfRange(bytes, from, to);
    reader.read(new Slice(buffer, 0, buffer.length));
    Arrays.fill(buffer, (byte) 'X');
  }

  @Override
  public String toString() {
    return name;
  }
}
