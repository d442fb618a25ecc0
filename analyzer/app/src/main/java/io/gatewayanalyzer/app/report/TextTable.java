package io.gatewayanalyzer.app.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns, two spaces apart; numbers to the right. */
public final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  /** A table with this heading. */
  public TextTable(String... heading) {
    rows.add(List.of(heading));
  }

  /** Adds a row with as many cells as the heading has. */
  public TextTable row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** How many rows there are under the heading. */
  public int size() {
    return rows.size() - 1;
  }

  /** The lines, each indented by so many spaces and ended by a line feed. */
  public String render(int indent) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(line(row, widths, indent)).append('\n');
    }
    return text.toString();
  }

  private String line(List<String> row, int[] widths, int indent) {
    StringBuilder line = new StringBuilder(" ".repeat(indent));
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i);
      String padding = " ".repeat(widths[i] - cell.length());
      line.append(numeric(i) ? padding + cell : cell + padding).append("  ");
    }
    return line.toString().stripTrailing();
  }

  /** Whether every cell under the heading of this column is empty or starts with a digit. */
  private boolean numeric(int column) {
    return rows.size() > 1
        && rows.stream()
            .skip(1)
            .map(row -> row.get(column))
            .allMatch(cell -> cell.isEmpty() || Character.isDigit(cell.charAt(0)));
  }
}
