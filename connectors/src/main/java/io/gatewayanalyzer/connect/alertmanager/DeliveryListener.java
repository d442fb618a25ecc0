package io.gatewayanalyzer.connect.alertmanager;

/** Is told what an operator may want to know; from several threads. */
public interface DeliveryListener {
  /** An Alertmanager did not take an alert; once for each record. */
  void refused(Refusal refusal);

  /**
   * An Alertmanager went away or came back; nothing while it stays so.
   *
   * @param line one line for people, without anything secret
   */
  void changed(String line);
}
