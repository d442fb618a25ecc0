package io.gatewayanalyzer.app.report;

/**
 * One alert that settings provide for, in words.
 *
 * @param name the alert's name
 * @param of one of what it is about, in the words of its labels
 * @param severity how urgent it is; {@code off} when it is switched off
 * @param fires when it begins
 * @param ends when it is over
 */
public record AlertRow(String name, String of, String severity, String fires, String ends) {
  /** The row of a Markdown table. */
  public String toMarkdown() {
    return "| `" + name + "` | " + of + " | " + severity + " | " + fires + " | " + ends + " |";
  }
}
