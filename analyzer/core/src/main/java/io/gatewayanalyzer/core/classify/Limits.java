package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.event.LimitDimension;
import io.gatewayanalyzer.core.event.LimitSource;
import io.gatewayanalyzer.core.payload.Headers;

/** Whose limit a rate-limited attempt ran into, and what that limit counts. */
final class Limits {
  private static final String[] OF_PROVIDER = {"upstream", "provider"};
  private static final String[] OF_GATEWAY = {
    "gateway", "platform", "proxy", "router", "openrouter"
  };

  private Limits() {}

  /** Whose limit: the rule's answer, else the payload's word, else what the payload is about. */
  static LimitSource source(Search search, Conclusion then) {
    if (then.limitSource() != null) {
      return then.limitSource();
    }
    Subject subject = search.subject();
    for (int i = 0; i < subject.layerCount(); i++) {
      LimitSource source = source(subject.layer(i).word(Ask.LIMIT_SOURCE));
      if (source != LimitSource.UNKNOWN) {
        return source;
      }
    }
    return ofProvider(search) ? LimitSource.PROVIDER : LimitSource.UNKNOWN;
  }

  /** Whether the payload says that all customers of the provider share the limit. */
  static boolean sharedPool(Subject subject) {
    for (int i = 0; i < subject.layerCount(); i++) {
      String word = subject.layer(i).word(Ask.LIMIT_SOURCE);
      if (word != null && word.contains("shared")) {
        return true;
      }
    }
    return false;
  }

  /** What the limit counts: the rule's answer, else the payload's words, else the headers'. */
  static LimitDimension dimension(Search search, Conclusion then) {
    if (then.limitDimension() != null) {
      return then.limitDimension();
    }
    Subject subject = search.subject();
    for (int i = 0; i < subject.layerCount(); i++) {
      LimitDimension dimension = dimension(subject.layer(i), search.limitWords());
      if (dimension != LimitDimension.UNKNOWN) {
        return dimension;
      }
    }
    return dimension(subject.evidence().headers());
  }

  private static LimitSource source(String word) {
    if (containsAny(word, OF_PROVIDER)) {
      return LimitSource.PROVIDER;
    }
    return containsAny(word, OF_GATEWAY) ? LimitSource.GATEWAY : LimitSource.UNKNOWN;
  }

  /** Whether the error is the provider's own: wrapped by a gateway, or with no gateway about. */
  private static boolean ofProvider(Search search) {
    if (search.layer().wrapped()) {
      return true;
    }
    Subject subject = search.subject();
    if (subject.layer(0).facts().providerName() != null) {
      return true;
    }
    return search.scope() == Scope.PROVIDER && subject.evidence().gateway() == null;
  }

  private static LimitDimension dimension(Layer layer, LimitWords words) {
    LimitDimension dimension = LimitWords.inWord(layer.word(Ask.LIMIT_TYPE));
    if (dimension == LimitDimension.UNKNOWN) {
      dimension = LimitWords.inWord(layer.word(Ask.LIMIT_SOURCE));
    }
    if (dimension == LimitDimension.UNKNOWN) {
      dimension = LimitWords.inWord(layer.word(Ask.CODE));
    }
    if (dimension == LimitDimension.UNKNOWN) {
      dimension = LimitWords.inWord(layer.word(Ask.TYPE));
    }
    return dimension == LimitDimension.UNKNOWN ? words.inProse(layer.facts().message()) : dimension;
  }

  private static LimitDimension dimension(Headers headers) {
    LimitDimension named = LimitWords.inWord(Layer.lower(headers.get("rate_limit_type")));
    if (named != LimitDimension.UNKNOWN) {
      return named;
    }
    if (spent(
        headers, "x-ratelimit-remaining-requests", "anthropic-ratelimit-requests-remaining")) {
      return LimitDimension.REQUESTS;
    }
    boolean tokens =
        spent(headers, "x-ratelimit-remaining-tokens", "anthropic-ratelimit-tokens-remaining")
            || spent(
                headers,
                "anthropic-ratelimit-input-tokens-remaining",
                "anthropic-ratelimit-output-tokens-remaining");
    return tokens ? LimitDimension.TOKENS : LimitDimension.UNKNOWN;
  }

  private static boolean spent(Headers headers, String name, String otherName) {
    return "0".equals(headers.get(name)) || "0".equals(headers.get(otherName));
  }

  private static boolean containsAny(String word, String[] parts) {
    if (word != null) {
      for (String part : parts) {
        if (word.contains(part)) {
          return true;
        }
      }
    }
    return false;
  }
}
