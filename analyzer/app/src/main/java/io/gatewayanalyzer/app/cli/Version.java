package io.gatewayanalyzer.app.cli;

import picocli.CommandLine.IVersionProvider;

/** The version the jar's manifest carries. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"gateway-analyzer " + (version == null ? "(development)" : version)};
  }
}
