package io.gatewayanalyzer.core.classify;

/** Why a rule may speak about a record. */
enum Scope {
  /** It is the record's gateway that documents it. */
  GATEWAY("the gateway's own rules"),
  /** It is the record's provider, or the one the payload names, that documents it. */
  PROVIDER("the provider's own rules"),
  /** It holds for every sender. */
  EVERYBODY("rules for every sender"),
  /** Somebody else documents it, and nobody contradicts. */
  BORROWED("rules of other senders");

  private final String words;

  Scope(String words) {
    this.words = words;
  }

  /** The scope as an explanation names it. */
  String words() {
    return words;
  }

  /** The scope's place among the scopes; inside a wrapped error the provider's words go first. */
  int rank(boolean wrapped, Tier tier) {
    if (!wrapped || this == BORROWED) {
      return ordinal();
    }
    if (this == PROVIDER) {
      return 0;
    }
    boolean gatewayLast = tier.compareTo(Tier.GENERIC) <= 0;
    return (this == GATEWAY) == gatewayLast ? 2 : 1;
  }
}
