package io.gatewayanalyzer.connect.alertmanager;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Whom to tell, how, and how often.
 *
 * @param targets every Alertmanager by its address, not a load balancer in front of them: they
 *     agree among themselves who notifies. Empty when nobody is to be told
 * @param interval how often an alert that fires is repeated
 * @param repeatResolved for how long the end of an alert is repeated
 * @param timeout how long one request may take
 * @param backOff how long to wait after failures
 * @param auth how we say who we are
 * @param trustStore whom we trust; null for the JDK's own certificates
 */
public record DeliverySettings(
    List<URI> targets,
    Duration interval,
    Duration repeatResolved,
    Duration timeout,
    BackOff backOff,
    Auth auth,
    TrustStore trustStore) {
  /** Copies the list. */
  public DeliverySettings {
    targets = List.copyOf(targets);
  }

  /** Nobody is told. What Alertmanager expects of those who post to it holds for the times. */
  public static DeliverySettings defaults() {
    return new DeliverySettings(
        List.of(),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofSeconds(10),
        BackOff.defaults(),
        Auth.NONE,
        null);
  }

  /** The same for others. */
  public DeliverySettings withTargets(List<URI> others) {
    return new DeliverySettings(
        others, interval, repeatResolved, timeout, backOff, auth, trustStore);
  }

  /**
   * Reads the address of an Alertmanager, such as {@code http://alertmanager-0:9093}, with the path
   * it is served under if there is one.
   *
   * @throws IllegalArgumentException when it is none; the message says what is accepted and does
   *     not repeat the text, which may hold a password
   */
  public static URI target(String text) {
    URI uri = parse(text.strip());
    if (!("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
        || uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw notAccepted();
    }
    return uri;
  }

  private static URI parse(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw notAccepted();
    }
  }

  private static IllegalArgumentException notAccepted() {
    return new IllegalArgumentException(
        "accepted: http://HOST:PORT or https://HOST:PORT, without user, query or fragment");
  }
}
