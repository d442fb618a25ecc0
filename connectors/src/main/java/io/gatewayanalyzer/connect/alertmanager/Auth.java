package io.gatewayanalyzer.connect.alertmanager;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How we say who we are. Never printed. */
public final class Auth {
  /** We do not say. */
  public static final Auth NONE = new Auth(null);

  private final String header;

  private Auth(String header) {
    this.header = header;
  }

  /** A user and a password. */
  public static Auth basic(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Auth("Basic " + Base64.getEncoder().encodeToString(both));
  }

  /** A token. */
  public static Auth bearer(String token) {
    return new Auth("Bearer " + token);
  }

  /** The value of the {@code Authorization} header; null for none. */
  String header() {
    return header;
  }

  @Override
  public String toString() {
    return header == null ? "Auth[none]" : "Auth[hidden]";
  }
}
