package io.gatewayanalyzer.connect.sink;

/** Which build of the plug-ins this is. */
final class Versions {
  private Versions() {}

  /** The version in the jar's manifest; {@code development} where there is no jar. */
  static String ofThis() {
    String version = Versions.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
