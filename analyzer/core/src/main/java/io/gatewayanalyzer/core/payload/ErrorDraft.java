package io.gatewayanalyzer.core.payload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The facts of one error payload while it is being read. The first word of a kind stays. */
final class ErrorDraft {
  private static final int MAX_NAMES = 16;

  Shape shape;
  String type;
  String code;
  String param;
  String message;
  String secondMessage;
  final List<String> names = new ArrayList<>(4);
  int declaredStatus;
  Boolean retryable;
  long advisedWaitMs = -1;
  String limitSource;
  String limitType;
  String providerName;
  String metadata;
  ErrorFacts inner;
  boolean typeSeen;
  boolean statusSeen;

  void shape(Shape seen) {
    if (shape == null) {
      shape = seen;
    }
  }

  void type(String word) {
    if (type == null) {
      type = meaningful(word);
    } else {
      name(word);
    }
  }

  /** A code that is only an HTTP status is kept as one, because every sender reuses them. */
  void code(String word) {
    String meaning = meaningful(word);
    if (meaning == null) {
      return;
    }
    int status = httpStatus(meaning);
    if (status != 0) {
      declaredStatus(status);
    } else if (code == null) {
      code = meaning;
    } else {
      name(meaning);
    }
  }

  void name(String word) {
    String meaning = meaningful(word);
    if (meaning != null && names.size() < MAX_NAMES && !names.contains(meaning)) {
      names.add(meaning);
    }
  }

  void message(String text) {
    if (text == null || text.isBlank()) {
      return;
    }
    if (message == null) {
      message = text;
    } else if (secondMessage == null && !text.equals(message)) {
      secondMessage = text;
    }
  }

  void declaredStatus(int status) {
    if (declaredStatus == 0 && status >= 300 && status <= 599) {
      declaredStatus = status;
    }
  }

  void advisedWait(long ms) {
    if (advisedWaitMs < 0 && ms > 0) {
      advisedWaitMs = ms;
    }
  }

  void inner(ErrorFacts facts) {
    if (facts == null || facts.shape() == Shape.EMPTY) {
      return;
    }
    if (inner == null || (isBareProse(inner) && !isBareProse(facts))) {
      inner = facts;
    }
  }

  /** Prose that mentions a status or a class name gives way to the error object beside it. */
  private static boolean isBareProse(ErrorFacts facts) {
    return facts.shape() == Shape.TEXT && facts.inner() == null;
  }

  /** Whether anything was found that an error has. */
  boolean hasWords() {
    return type != null || code != null || message != null || !names.isEmpty() || inner != null;
  }

  ErrorFacts facts() {
    String prose = message;
    if (secondMessage != null && prose != null && prose.length() < 200) {
      prose = prose + " | " + secondMessage;
    }
    return new ErrorFacts(
        shape == null ? shapeByWords() : shape,
        type,
        code,
        param,
        prose,
        List.copyOf(names),
        declaredStatus,
        retryable,
        advisedWaitMs,
        limitSource,
        limitType,
        providerName,
        metadata,
        inner);
  }

  private Shape shapeByWords() {
    boolean onlyNames = type == null && code == null && message == null && !names.isEmpty();
    if (onlyNames) {
      return Shape.FINISH_REASON;
    }
    return hasWords() ? Shape.FLAT : Shape.OTHER_JSON;
  }

  /** LiteLLM and its heirs write Python's None, and others "null", where they mean nothing. */
  private static String meaningful(String word) {
    if (word == null || word.isBlank()) {
      return null;
    }
    String trimmed = word.strip();
    return switch (trimmed.toLowerCase(Locale.ROOT)) {
      case "none", "null", "undefined" -> null;
      default -> trimmed;
    };
  }

  private static int httpStatus(String word) {
    if (word.length() != 3) {
      return 0;
    }
    for (int i = 0; i < 3; i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') {
        return 0;
      }
    }
    int number = Integer.parseInt(word);
    return number >= 300 && number <= 599 ? number : 0;
  }
}
