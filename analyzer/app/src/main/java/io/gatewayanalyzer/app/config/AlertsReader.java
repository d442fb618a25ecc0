package io.gatewayanalyzer.app.config;

import io.gatewayanalyzer.core.policy.AlertSettings;
import io.gatewayanalyzer.core.policy.BlindRetries;
import io.gatewayanalyzer.core.policy.CreditExhausted;
import io.gatewayanalyzer.core.policy.CreditRunwayLow;
import io.gatewayanalyzer.core.policy.ErrorBudgetBurn;
import io.gatewayanalyzer.core.policy.ProviderOutage;
import io.gatewayanalyzer.core.policy.RateLimitSpike;
import io.gatewayanalyzer.core.policy.RetryStorm;
import io.gatewayanalyzer.core.policy.Slo;
import io.gatewayanalyzer.core.policy.StreamBreakage;
import io.gatewayanalyzer.core.policy.UnknownPayload;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads the settings of alerts: the section {@code alerts} of the configuration file, or a file of
 * their own with the same keys at its top. One section a policy, under the policy's name.
 */
public final class AlertsReader {
  private final Section root;
  private final AlertSettings standard = AlertSettings.defaults();
  private final SortedSet<String> off = new TreeSet<>();

  private AlertsReader(Section root) {
    this.root = root;
  }

  /**
   * Reads a file of alert settings.
   *
   * @throws ConfigException when it cannot be read, is not YAML, or holds an unknown key or a wrong
   *     value
   */
  public static AlertSettings read(Path file) {
    return ConfigReader.read(file, AlertsReader::read);
  }

  /**
   * Whether a file of alert settings sets nothing, so that all defaults hold.
   *
   * @throws ConfigException when it cannot be read or is not YAML
   */
  public static boolean isEmpty(Path file) {
    return ConfigReader.read(file, Section::isEmpty);
  }

  /**
   * Reads a text of alert settings.
   *
   * @param name what messages call it
   * @throws ConfigException as {@link #read(Path)}
   */
  public static AlertSettings parse(String name, String yaml) {
    return ConfigReader.parse(name, yaml, AlertsReader::read);
  }

  static AlertSettings read(Section section) {
    return new AlertsReader(section).settings();
  }

  private AlertSettings settings() {
    String runbookPrefix = root.text("runbook-prefix", standard.runbookPrefix());
    CreditExhausted.Settings creditExhausted =
        PolicyReader.creditExhausted(policy(CreditExhausted.NAME), standard.creditExhausted());
    CreditRunwayLow.Settings creditRunwayLow =
        PolicyReader.creditRunwayLow(policy(CreditRunwayLow.NAME), standard.creditRunwayLow());
    RateLimitSpike.Settings rateLimitSpike =
        PolicyReader.rateLimitSpike(policy(RateLimitSpike.NAME), standard.rateLimitSpike());
    ErrorBudgetBurn.Settings errorBudgetBurn =
        PolicyReader.errorBudgetBurn(policy(ErrorBudgetBurn.NAME), standard.errorBudgetBurn());
    ProviderOutage.Settings providerOutage =
        PolicyReader.providerOutage(policy(ProviderOutage.NAME), standard.providerOutage());
    StreamBreakage.Settings streamBreakage =
        PolicyReader.streamBreakage(policy(StreamBreakage.NAME), standard.streamBreakage());
    RetryStorm.Settings retryStorm =
        PolicyReader.retryStorm(policy(RetryStorm.NAME), standard.retryStorm());
    BlindRetries.Settings blindRetries =
        PolicyReader.blindRetries(policy(BlindRetries.NAME), standard.blindRetries());
    UnknownPayload.Settings unknownPayload =
        PolicyReader.unknownPayload(policy(UnknownPayload.NAME), standard.unknownPayload());
    List<Slo> slos = SloReader.slos(root, standard.slos());
    root.refuseUnknownKeys();
    return root.checked(
        () ->
            new AlertSettings(
                creditExhausted,
                creditRunwayLow,
                rateLimitSpike,
                errorBudgetBurn,
                providerOutage,
                streamBreakage,
                retryStorm,
                blindRetries,
                unknownPayload,
                slos,
                off,
                runbookPrefix));
  }

  private Section policy(String name) {
    Section section = root.section(name);
    if (!section.bool("enabled", true)) {
      off.add(name);
    }
    return section;
  }
}
