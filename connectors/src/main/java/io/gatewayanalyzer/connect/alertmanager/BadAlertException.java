package io.gatewayanalyzer.connect.alertmanager;

/** A record that is no alert, or an alert that Alertmanager refuses; the message quotes nothing. */
public final class BadAlertException extends Exception {
  private static final long serialVersionUID = 1L;

  /** An exception whose message is the whole reason. */
  public BadAlertException(String reason) {
    super(reason);
  }
}
