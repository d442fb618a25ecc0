package io.gatewayanalyzer.core.classify;

/**
 * One mistake in a catalog.
 *
 * @param file the catalog file's name
 * @param line its line, from 1; 0 when the file as a whole is meant
 * @param message what is wrong, with the key and the accepted values
 */
public record CatalogProblem(String file, int line, String message) {
  /** The form that is printed: {@code file:line: message}. */
  @Override
  public String toString() {
    return (line > 0 ? file + ':' + line : file) + ": " + message;
  }
}
