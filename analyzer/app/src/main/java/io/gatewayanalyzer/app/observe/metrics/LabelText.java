package io.gatewayanalyzer.app.observe.metrics;

import io.gatewayanalyzer.app.observe.SpanResult;
import io.gatewayanalyzer.app.observe.Stage;
import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.event.CreditScope;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.LimitDimension;
import io.gatewayanalyzer.core.event.LimitSource;
import io.gatewayanalyzer.core.event.Outcome;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.Severity;
import io.gatewayanalyzer.core.event.StreamVerdict;
import io.gatewayanalyzer.core.event.WaitVerdict;
import io.gatewayanalyzer.core.event.Wire;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;

/** Which values each label may have, for the documentation. */
final class LabelText {
  private static final String NAME = "a name from the logs, within the label budget";

  private LabelText() {}

  /** The values of each label, in words. */
  static Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("gateway", NAME);
    all.put("provider", NAME);
    all.put("model", NAME + "; as requested");
    all.put("api", words(Api.values()) + ", `unknown`");
    all.put("category", words(ErrorCategory.values()) + "; empty when healthy");
    all.put("fault_domain", words(FaultDomain.values()) + "; empty when healthy");
    all.put("phase", words(Phase.values()) + "; empty when healthy");
    all.put("outcome", words(Outcome.values()));
    all.put(
        "verdict",
        "of streams: "
            + words(StreamVerdict.values())
            + "; of waits: "
            + words(WaitVerdict.values()));
    all.put("limit_source", words(LimitSource.values()));
    all.put("limit_dimension", words(LimitDimension.values()));
    all.put("credit_scope", words(CreditScope.values()));
    all.put("http_status", "`100` to `599`, `unknown`, `other`");
    all.put("direction", "`input`, `output`");
    all.put(
        "reason",
        "of unknown payloads: `undecodable_record`, `unrecognized_error`; of what was not joined:"
            + " `late`, `repeated`, `alone`");
    all.put("rule", "ids of the catalog, `sender/rule`");
    all.put("alertname", "the alerts that are not switched off");
    all.put("severity", words(Severity.values()));
    all.put("stage", quoted(Arrays.stream(Stage.values()).map(Stage::word)));
    all.put("result", quoted(Arrays.stream(SpanResult.values()).map(SpanResult::word)));
    all.put("label", "`gateway`, `provider`, `model`, `rule`, `http_status`, `account`");
    all.put("store", "`streams`, `operations`, `scopes`, `muted`");
    all.put("topic", "our topics, by name");
    all.put("partition", "a number");
    all.put(
        "state",
        quoted(
            Arrays.stream(KafkaStreams.State.values())
                .map(state -> state.name().toLowerCase(Locale.ROOT))));
    all.put("activity", "`poll`, `process`, `punctuate`, `commit`");
    all.put("version", "the program's");
    all.put("catalog_version", "the rules'");
    return all;
  }

  private static String words(Wire[] values) {
    return quoted(Arrays.stream(values).map(Wire::wire));
  }

  private static String quoted(Stream<String> words) {
    return words.map(word -> "`" + word + "`").collect(Collectors.joining(", "));
  }
}
