package io.gatewayanalyzer.app.config;

import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.Wire;
import io.gatewayanalyzer.core.policy.Slo;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the list of promises; one in the file replaces the default ones as a whole. */
final class SloReader {
  private static final List<String> CATEGORIES =
      Arrays.stream(ErrorCategory.values()).map(ErrorCategory::wire).toList();

  private SloReader() {}

  static List<Slo> slos(Section root, List<Slo> kept) {
    List<Section> sections = root.sections("slos");
    return sections == null ? kept : sections.stream().map(SloReader::slo).toList();
  }

  private static Slo slo(Section from) {
    Slo standard = Slo.AVAILABILITY;
    Slo slo =
        from.checked(
            () ->
                new Slo(
                    from.required("name", section -> section.text("name", null)),
                    from.required("objective", section -> section.share("objective", 0)),
                    from.choice("of", standard.of()),
                    bad(from, standard.bad()),
                    by(from),
                    PolicyReader.count(from, "min-traffic", standard.minimumTraffic())));
    from.refuseUnknownKeys();
    return slo;
  }

  private static Set<ErrorCategory> bad(Section from, Set<ErrorCategory> kept) {
    List<String> words = from.words("bad", CATEGORIES);
    if (words == null) {
      return kept;
    }
    Set<ErrorCategory> bad = EnumSet.noneOf(ErrorCategory.class);
    words.forEach(word -> bad.add(Wire.parse(ErrorCategory.class, word)));
    return bad;
  }

  private static List<String> by(Section from) {
    List<String> labels = from.words("by", Slo.LABELS);
    return labels == null ? List.of() : labels;
  }
}
