package io.gatewayanalyzer.benchmarks;

import java.nio.file.Path;
import java.util.List;

/**
 * Runs random and damaged records through decoder and judge on all cores: nothing may be thrown, no
 * input may keep a processor busy for a second, every input must give exactly one answer.
 *
 * <p>Arguments, all optional: {@code --inputs N} (10,000,000), {@code --seeds DIR} (for instance
 * {@code analyzer/core/src/test/resources/scenarios}), {@code --seed S} (42), {@code --threads T}
 * (one per core). Ends with 0, with 1 after a violation, with 2 for a wrong argument.
 */
public final class FuzzMain {
  private long inputs = 10_000_000;
  private Path seeds;
  private long seed = 42;
  private int threads = Runtime.getRuntime().availableProcessors();

  private FuzzMain() {}

  /** Runs, prints one line, ends the program. */
  public static void main(String[] args) throws Exception {
    FuzzMain options = new FuzzMain();
    String mistake = options.parse(args);
    if (mistake != null) {
      System.err.println(mistake);
      System.exit(2);
    }
    List<byte[]> records = FuzzSeeds.read(options.seeds);
    boolean fine =
        new FuzzRun(options.inputs, options.seed, System.out).run(records, options.threads);
    System.exit(fine ? 0 : 1);
  }

  /** Reads the arguments; returns what is wrong with them, or null. */
  private String parse(String[] args) {
    for (int i = 0; i < args.length; i += 2) {
      if (i + 1 == args.length) {
        return args[i] + " wants a value";
      }
      try {
        set(args[i], args[i + 1]);
      } catch (IllegalArgumentException wrong) {
        return args[i]
            + " "
            + args[i + 1]
            + " is wrong; accepted: --inputs N, --seeds DIR, --seed S, --threads T";
      }
    }
    return null;
  }

  private void set(String name, String value) {
    switch (name) {
      case "--inputs" -> inputs = Long.parseLong(value);
      case "--seeds" -> seeds = Path.of(value);
      case "--seed" -> seed = Long.parseLong(value);
      case "--threads" -> threads = Integer.parseInt(value);
      default -> throw new IllegalArgumentException(name);
    }
  }
}
