package io.gatewayanalyzer.app.observe.metrics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The catalogue as a page of Markdown: {@code docs/metrics.md}. */
public final class CatalogueText {
  private static final String INTRODUCTION = "introduction.md";

  private CatalogueText() {}

  /** The whole page. */
  public static String markdown() {
    StringBuilder page = new StringBuilder(introduction());
    for (MetricCatalogue.Part part : MetricCatalogue.parts()) {
      page.append("\n## ").append(part.title()).append('\n');
      part.families().forEach(family -> page.append('\n').append(described(family)));
    }
    page.append("\n## Values of labels\n\n| label | values |\n|---|---|\n");
    LabelText.all()
        .forEach((label, values) -> page.append("| `" + label + "` | " + values + " |\n"));
    return page.toString();
  }

  private static String described(Family family) {
    String unit = family.unit().isEmpty() ? "" : ", in " + family.unit();
    String buckets =
        family.buckets().isEmpty()
            ? ""
            : "Buckets: "
                + family.buckets().stream()
                    .map(CatalogueText::number)
                    .collect(Collectors.joining(", "))
                + ".  \n";
    return "### `"
        + family.name()
        + "`\n\n"
        + (family.kind().word() + unit + " · " + labels(family) + "  \n")
        + (buckets + family.help() + " " + family.use() + "\n");
  }

  private static String labels(Family family) {
    return family.labels().isEmpty()
        ? "no labels"
        : family.labels().stream()
            .map(label -> "`" + label + "`")
            .collect(Collectors.joining(", "));
  }

  private static String number(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }

  private static String introduction() {
    try (InputStream in = CatalogueText.class.getResourceAsStream(INTRODUCTION)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
