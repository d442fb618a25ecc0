package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.event.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what a failure was. Reuses its buffers, so it belongs to one thread; the catalog may be
 * shared.
 */
public final class Classifier {
  private final Catalog catalog;
  private final Search search;

  /** A classifier by these rules. */
  public Classifier(Catalog catalog) {
    this.catalog = catalog;
    this.search = new Search(catalog.index());
  }

  /** The verdict on one failed attempt; never null, whatever the evidence. */
  public Verdict classify(Evidence evidence) {
    search.run(evidence, null);
    return Verdicts.of(search);
  }

  /** The verdict, and why: the rule that fired, and those that nearly did. */
  public Explanation explain(Evidence evidence) {
    List<Candidate> candidates = new ArrayList<>();
    search.run(evidence, candidates);
    return Explainer.explain(catalog, search, Verdicts.of(search), candidates);
  }
}
