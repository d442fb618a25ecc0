package io.gatewayanalyzer.core.classify;

/**
 * One documented meaning of one sender's error.
 *
 * @param id {@code sender/rule}, unique in a catalog, never reused for another meaning
 * @param sender id of the file's sender
 * @param kind what the file speaks for
 * @param when the condition
 * @param then the conclusion
 * @param generic whether the condition is a catch-all word of that sender, so that a message may
 *     refine it
 * @param file name of the catalog file
 * @param line its line there, from 1
 */
public record Rule(
    String id,
    String sender,
    SenderKind kind,
    Condition when,
    Conclusion then,
    boolean generic,
    String file,
    int line) {
  /** How strongly the rule speaks. */
  Tier tier() {
    return Tier.of(kind, when, generic);
  }

  /**
   * How much the rule asks for: of two rules that fire, the one that asks for more knows more. Not
   * so among hints: a status there only keeps a common phrase in its place, so their order decides.
   */
  int specificity() {
    return kind == SenderKind.HINTS ? 0 : when.specificity();
  }
}
