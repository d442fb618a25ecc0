package io.gatewayanalyzer.connect.alertmanager;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The certificates we trust in place of the JDK's own.
 *
 * @param file a key store
 * @param password its password; null for none. Never printed
 * @param type the form of the file
 */
public record TrustStore(Path file, String password, Type type) {
  /** Forms of key stores. */
  public enum Type {
    /** The standard one. */
    PKCS12,
    /** The JDK's old one. */
    JKS
  }

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException when it cannot be used; the message is one line for people
   */
  SSLContext context() {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore certificates = KeyStore.getInstance(type.name());
      certificates.load(in, password == null ? null : password.toCharArray());
      if (certificates.size() == 0) {
        throw new IllegalArgumentException("truststore " + file + " holds no certificate");
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(certificates);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "truststore " + file + " cannot be read as " + type + "; wrong file or password?", e);
    }
  }

  @Override
  public String toString() {
    return "TrustStore[" + file + ", " + type + "]";
  }
}
