package io.gatewayanalyzer.core.policy;

import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.Wire;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A promise to the callers of a gateway: that share of what they want works. What failed through
 * nothing that is called bad here, a caller's mistake for instance, counts on neither side.
 *
 * @param name lower-case words with hyphens; a label
 * @param objective the share that is promised, above 0 and below 1
 * @param of what is counted
 * @param bad what breaks the promise; at least one category
 * @param by for whom it is kept apart, beside the gateway, which always counts: any of {@link
 *     #LABELS}
 * @param minimumTraffic so many have to be in a long window before anything is said of it; positive
 */
public record Slo(
    String name,
    double objective,
    Of of,
    Set<ErrorCategory> bad,
    List<String> by,
    long minimumTraffic) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** What a promise may be kept apart by. */
  public static final List<String> LABELS =
      List.of("provider", "model", "api", "tenant", "api_key_id", "client");

  /**
   * What fails through no fault of the caller and its account: provider, gateway, broken stream.
   */
  public static final Set<ErrorCategory> OUTSIDE_FAULTS = outsideFaults();

  /** 99 % of operations do not fail through a provider or the gateway. */
  public static final Slo AVAILABILITY =
      new Slo("availability", 0.99, Of.OPERATIONS, OUTSIDE_FAULTS, List.of(), 100);

  /** What a promise is about. */
  public enum Of implements Wire {
    /** What callers want, however many attempts it takes. */
    OPERATIONS,
    /** Each try at a provider. */
    ATTEMPTS;

    private final String wire = name().toLowerCase(Locale.ROOT);

    @Override
    public String wire() {
      return wire;
    }
  }

  /** Copies the collections; refuses what makes no sense. */
  public Slo {
    Checks.that(NAME.matcher(name).matches(), "name must be lower-case words with hyphens");
    Checks.that(
        objective > 0 && objective < 1, "objective must be more than 0 % and less than 100 %");
    Checks.that(!bad.isEmpty(), "bad must name one category at least");
    Checks.that(LABELS.containsAll(by), "by must be of " + LABELS);
    Checks.positive("minimum-traffic", minimumTraffic);
    bad = Collections.unmodifiableSet(EnumSet.copyOf(bad));
    by = List.copyOf(by);
  }

  /** The share that may fail. */
  public double budget() {
    return 1 - objective;
  }

  private static Set<ErrorCategory> outsideFaults() {
    EnumSet<ErrorCategory> faults = EnumSet.noneOf(ErrorCategory.class);
    for (ErrorCategory category : ErrorCategory.values()) {
      FaultDomain domain = category.defaultFaultDomain();
      if (domain == FaultDomain.PROVIDER || domain == FaultDomain.GATEWAY) {
        faults.add(category);
      }
    }
    return Collections.unmodifiableSet(faults);
  }
}
