package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.classify.RuleIndex.Lookup;
import java.util.List;

/**
 * The search for the best rule for one piece of evidence: looks candidates up, checks their whole
 * condition, and keeps the one that ranks first by tier, layer, scope and specificity. Reused from
 * one piece of evidence to the next; belongs to one thread.
 */
final class Search {
  private static final int SPECIFICITY_MAX = 0xFFF;

  private final RuleIndex index;
  private final PhraseMatcher.Hits hits;
  private final Subject subject;
  private final LimitWords limitWords = new LimitWords();
  private CompiledRule bestRule;
  private Layer bestLayer;
  private Scope bestScope;
  private long bestRank;
  private CompiledRule catchAll;
  private Layer catchAllLayer;
  private Scope catchAllScope;
  private long catchAllRank;
  private List<Candidate> seen;

  Search(RuleIndex index) {
    this.index = index;
    this.hits = new PhraseMatcher.Hits(index.phrases());
    this.subject = new Subject(index.names());
  }

  /**
   * Finds the best rule.
   *
   * @param candidates receives every rule looked at, also those that do not fire; null when nobody
   *     asks
   */
  void run(Evidence evidence, List<Candidate> candidates) {
    seen = candidates;
    subject.set(evidence);
    bestRule = null;
    bestLayer = subject.layer(0);
    bestScope = null;
    bestRank = Long.MAX_VALUE;
    catchAll = null;
    catchAllRank = Long.MAX_VALUE;
    for (int i = 0; i < subject.layerCount(); i++) {
      ofWords(subject.layer(i));
    }
    preferAgreeingCatchAll();
    if (bestRule == null || bestRule.tier == Tier.GENERIC) {
      ofSpelledWords();
    }
    if (bestRule == null || seen != null) {
      hits.clear();
      for (int i = 0; i < subject.layerCount(); i++) {
        ofCircumstance(subject.layer(i));
      }
    }
  }

  LimitWords limitWords() {
    return limitWords;
  }

  /** What was searched for. */
  Subject subject() {
    return subject;
  }

  /** The rule that won; null when none fires. */
  CompiledRule rule() {
    return bestRule;
  }

  /** The layer it won on; the outer one when none fires. */
  Layer layer() {
    return bestLayer;
  }

  /** Why the winner may speak; null when none fires. */
  Scope scope() {
    return bestScope;
  }

  private void ofWords(Layer layer) {
    index.phrases().match(layer.facts().message(), hits);
    byWord(Ask.CODE, layer.word(Ask.CODE), layer);
    byWord(Ask.TYPE, layer.word(Ask.TYPE), layer);
    byWord(Ask.PARAM, layer.word(Ask.PARAM), layer);
    byWord(Ask.LIMIT_SOURCE, layer.word(Ask.LIMIT_SOURCE), layer);
    byWord(Ask.LIMIT_TYPE, layer.word(Ask.LIMIT_TYPE), layer);
    byWord(Ask.NAME, layer.word(Ask.CODE), layer);
    byWord(Ask.NAME, layer.word(Ask.TYPE), layer);
    List<String> names = layer.facts().names();
    for (int i = 0; i < names.size(); i++) {
      byWord(Ask.NAME, Layer.lower(names.get(i)), layer);
    }
    for (int i = 0; i < hits.count(); i++) {
      consider(index.byPhrase(hits.phrase(i)), layer);
    }
    ofSenders(layer, true);
  }

  /** Nothing but a catch-all speaks so far: the unknown words may be hints as messages are. */
  private void ofSpelledWords() {
    for (int i = 0; i < subject.layerCount(); i++) {
      Layer layer = subject.layer(i);
      index.phrases().match(Spelling.of(layer, index), hits);
      for (int hit = 0; hit < hits.count(); hit++) {
        for (CompiledRule rule : index.byPhrase(hits.phrase(hit)).rules) {
          if (rule.tier == Tier.HINT) {
            consider(rule, false, layer);
          }
        }
      }
    }
  }

  private void ofCircumstance(Layer layer) {
    ofSenders(layer, false);
  }

  private void byWord(Ask ask, String word, Layer layer) {
    Lookup lookup = word == null ? null : index.byWord(ask, word);
    if (lookup != null) {
      consider(lookup, layer);
    }
  }

  private void consider(Lookup lookup, Layer layer) {
    for (int i = 0; i < lookup.rules.length; i++) {
      consider(lookup.rules[i], lookup.lent[i], layer);
    }
  }

  private void ofSenders(Layer layer, boolean headers) {
    ofSender(subject.gateway(), layer, headers);
    for (int i = 0; i < subject.providerCount(); i++) {
      ofSender(subject.provider(i), layer, headers);
    }
    for (int sender : index.everybody()) {
      ofSender(sender, layer, headers);
    }
  }

  private void ofSender(int sender, Layer layer, boolean headers) {
    if (sender < 0) {
      return;
    }
    if (headers) {
      considerAll(index.byHeader(sender), layer);
      return;
    }
    considerAll(index.byCircumstance(sender), layer);
    if (layer.ownStatus()) {
      considerAll(index.byStatus(sender, layer.status()), layer);
    }
  }

  private void considerAll(CompiledRule[] rules, Layer layer) {
    for (CompiledRule rule : rules) {
      consider(rule, false, layer);
    }
  }

  private void consider(CompiledRule rule, boolean lent, Layer layer) {
    Scope scope = subject.scope(rule, lent);
    if (scope == null || (layer.wrapped() && ofGatewayStatus(rule, scope))) {
      return;
    }
    long rank = rank(rule, scope, layer);
    if (seen != null) {
      note(rule, scope, rank, layer);
    }
    boolean ownCatchAll = rule.tier == Tier.GENERIC && scope.compareTo(Scope.PROVIDER) <= 0;
    if (rank >= bestRank && !(ownCatchAll && rank < catchAllRank)) {
      return;
    }
    if (rule.missing(layer, subject.evidence(), hits) != null) {
      return;
    }
    if (rank < bestRank) {
      bestRule = rule;
      bestLayer = layer;
      bestScope = scope;
      bestRank = rank;
    }
    if (ownCatchAll && rank < catchAllRank) {
      catchAll = rule;
      catchAllLayer = layer;
      catchAllScope = scope;
      catchAllRank = rank;
    }
  }

  /**
   * A phrase overrules a sender's catch-all word where it says something else. Where both say the
   * same, the sender knows more: whose limit it was, who has to act.
   */
  private void preferAgreeingCatchAll() {
    boolean agrees =
        bestRule != null
            && bestRule.tier == Tier.HINT
            && catchAll != null
            && catchAll.rule.then().category() == bestRule.rule.then().category();
    if (agrees) {
      bestRule = catchAll;
      bestLayer = catchAllLayer;
      bestScope = catchAllScope;
      bestRank = catchAllRank;
    }
  }

  /** A gateway documents its own statuses, not those of a provider's error it wraps. */
  private static boolean ofGatewayStatus(CompiledRule rule, Scope scope) {
    return scope == Scope.GATEWAY && rule.tier == Tier.STATUS;
  }

  private long rank(CompiledRule rule, Scope scope, Layer layer) {
    boolean innerFirst = rule.tier.compareTo(Tier.HINT) > 0;
    int place = innerFirst ? subject.layerCount() - 1 - layer.index() : layer.index();
    long rank = rule.tier.ordinal();
    rank = rank << 4 | place;
    rank = rank << 4 | scope.rank(layer.wrapped(), rule.tier);
    rank = rank << 12 | (SPECIFICITY_MAX - rule.specificity);
    return rank << 24 | rule.order;
  }

  private void note(CompiledRule rule, Scope scope, long rank, Layer layer) {
    Ask missing = rule.missing(layer, subject.evidence(), hits);
    int held = rule.held(layer, subject.evidence(), hits);
    Candidate candidate = new Candidate(rule, layer.index(), scope, rank, missing, held);
    if (!seen.contains(candidate)) {
      seen.add(candidate);
    }
  }
}
