package io.gatewayanalyzer.connect.alertmanager;

/**
 * How an Alertmanager answered.
 *
 * @param kind what that means for us
 * @param detail the status or the kind of failure, for people; quotes nothing
 */
record Answer(Kind kind, String detail) {
  enum Kind {
    /** It took all of it. */
    TAKEN,
    /** It finds something wrong in what we sent. */
    REFUSED,
    /** It, or what stands in front of it, will not talk to us as we are configured. */
    DENIED,
    /** It is not there or not well; worth trying again. */
    FAILED
  }

  static Answer ofStatus(int status) {
    return new Answer(kind(status), "status " + status);
  }

  static Answer failed(Throwable thrown) {
    return new Answer(Kind.FAILED, thrown.getClass().getSimpleName());
  }

  private static Kind kind(int status) {
    if (status >= 200 && status < 300) {
      return Kind.TAKEN;
    }
    return switch (status) {
      case 400, 413, 422 -> Kind.REFUSED;
      case 408, 425, 429 -> Kind.FAILED;
      default -> status >= 500 ? Kind.FAILED : Kind.DENIED;
    };
  }
}
