package io.gatewayanalyzer.core.classify;

/** How strongly a rule speaks, strongest first; any rule of one tier beats all of the next. */
enum Tier {
  /** The sender's specific words. */
  STRONG,
  /** A phrase that means the same whoever says it. */
  HINT,
  /** A sender's catch-all word. */
  GENERIC,
  /** No words at all: the payload's shape, the phase, or how it ended. */
  CIRCUMSTANCE,
  /** Nothing but the status. */
  STATUS;

  static Tier of(SenderKind kind, Condition when, boolean generic) {
    if (kind == SenderKind.STATUS) {
      return STATUS;
    }
    if (kind == SenderKind.HINTS) {
      return HINT;
    }
    if (generic) {
      return GENERIC;
    }
    if (when.anchor().ofWords()) {
      return STRONG;
    }
    return when.has(Ask.SHAPE) || when.has(Ask.PHASE) || when.has(Ask.ENDED)
        ? CIRCUMSTANCE
        : STATUS;
  }
}
