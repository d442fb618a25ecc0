package io.gatewayanalyzer.app.cli;

import picocli.CommandLine.IVersionProvider;

/** The version the jar's manifest carries. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"gateway-analyzer " + (number() == null ? "(development)" : number())};
  }

  /** As a label. */
  static String label() {
    return number() == null ? "development" : number();
  }

  private static String number() {
    return Version.class.getPackage().getImplementationVersion();
  }
}
