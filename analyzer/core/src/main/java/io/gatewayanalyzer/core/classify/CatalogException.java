package io.gatewayanalyzer.core.classify;

import java.util.List;

/** A catalog that cannot be used; its message is one line, the problems say the rest. */
public final class CatalogException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<CatalogProblem> problems;

  /**
   * A catalog with mistakes.
   *
   * @param problems at least one
   */
  public CatalogException(List<CatalogProblem> problems) {
    super(summary(problems));
    this.problems = List.copyOf(problems);
  }

  /** Every mistake, file by file. */
  public List<CatalogProblem> problems() {
    return problems;
  }

  private static String summary(List<CatalogProblem> problems) {
    String first = problems.get(0).toString();
    return problems.size() == 1 ? first : first + " (and " + (problems.size() - 1) + " more)";
  }
}
