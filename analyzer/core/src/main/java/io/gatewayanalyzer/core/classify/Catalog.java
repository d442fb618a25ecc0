package io.gatewayanalyzer.core.classify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules that errors are judged by: the built-in ones, or those with a user's directory laid
 * over them. Immutable; share one among all classifiers.
 *
 * <p>A user's file whose sender and kind are those of a built-in file replaces that file's rules of
 * the same id and adds the others; the user's rules stand before the built-in ones, so they win
 * ties, and their aliases and sources are added. Any other file is a new sender.
 */
public final class Catalog {
  private final String version;
  private final List<Sender> senders;
  private final RuleIndex index;

  private Catalog(String version, Collection<Sender> senders) {
    List<Sender> sorted = new ArrayList<>(senders);
    sorted.sort(Comparator.comparing(Sender::id));
    this.version = version;
    this.senders = List.copyOf(sorted);
    this.index = new RuleIndex(this.senders);
  }

  /** The rules that come with the program; read once. */
  public static Catalog builtIn() {
    return BuiltIn.CATALOG;
  }

  /**
   * The built-in rules with a user's directory laid over them.
   *
   * @param directory holds {@code *.yaml} files; other files are left alone
   * @throws CatalogException when the directory cannot be read or a file has a mistake
   */
  public static Catalog load(Path directory) {
    List<CatalogProblem> problems = new ArrayList<>();
    CatalogFiles files = CatalogFiles.of(directory, problems);
    Map<String, Sender> merged = overlay(builtIn(), files, problems);
    if (!problems.isEmpty()) {
      throw new CatalogException(problems);
    }
    return new Catalog(builtIn().version + '+' + files.hash(), merged.values());
  }

  /**
   * The mistakes of a user's directory, as {@link #load} would find them.
   *
   * @return empty when the directory can be used
   */
  public static List<CatalogProblem> lint(Path directory) {
    List<CatalogProblem> problems = new ArrayList<>();
    overlay(builtIn(), CatalogFiles.of(directory, problems), problems);
    return problems;
  }

  /** The mistakes of the built-in files; empty unless the build is broken. */
  public static List<CatalogProblem> lintBuiltIn() {
    List<CatalogProblem> problems = new ArrayList<>();
    overlay(null, CatalogFiles.builtIn(), problems);
    return problems;
  }

  /** A catalog of only these files, by name; for tests of the engine. */
  static Catalog of(Map<String, String> texts) {
    List<CatalogProblem> problems = new ArrayList<>();
    CatalogFiles files = new CatalogFiles(texts);
    Map<String, Sender> senders = overlay(null, files, problems);
    if (!problems.isEmpty()) {
      throw new CatalogException(problems);
    }
    return new Catalog(files.hash(), senders.values());
  }

  /** Names the rules: {@code 2026.11-} and a hash, then {@code +} and the hash of an overlay. */
  public String version() {
    return version;
  }

  /** Every file, in the order of the senders' ids. */
  public List<Sender> senders() {
    return senders;
  }

  /** Every rule, sender by sender. */
  public List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    senders.forEach(sender -> rules.addAll(sender.rules()));
    return rules;
  }

  /** The sender of this id; null when there is none. */
  public Sender sender(String id) {
    return senders.stream().filter(sender -> sender.id().equals(id)).findFirst().orElse(null);
  }

  RuleIndex index() {
    return index;
  }

  private static Map<String, Sender> overlay(
      Catalog base, CatalogFiles files, List<CatalogProblem> problems) {
    Map<String, Sender> senders = new LinkedHashMap<>();
    if (base != null) {
      base.senders.forEach(sender -> senders.put(sender.id(), sender));
    }
    CatalogLint lint = new CatalogLint(problems);
    Map<String, String> fileOf = new LinkedHashMap<>();
    files
        .texts()
        .forEach(
            (file, text) -> {
              Sender sender = SenderParser.parse(file, text, problems);
              if (sender == null) {
                return;
              }
              String other = fileOf.putIfAbsent(sender.id(), file);
              if (other != null) {
                problems.add(
                    new CatalogProblem(file, 0, "sender '" + sender.id() + "' is also " + other));
                return;
              }
              Sender known = senders.get(sender.id());
              lint.file(sender, known != null);
              senders.put(sender.id(), known == null ? sender : merge(known, sender, problems));
            });
    lint.names(senders.values());
    return senders;
  }

  private static Sender merge(Sender known, Sender over, List<CatalogProblem> problems) {
    if (known.kind() != over.kind()) {
      problems.add(
          new CatalogProblem(
              over.file(),
              0,
              "kind: sender '"
                  + known.id()
                  + "' is built in as "
                  + known.kind().wire()
                  + "; accepted: "
                  + known.kind().wire()));
    }
    Map<String, Rule> rules = new LinkedHashMap<>();
    over.rules().forEach(rule -> rules.put(rule.id(), rule));
    known.rules().forEach(rule -> rules.putIfAbsent(rule.id(), rule));
    List<String> aliases = new ArrayList<>(known.aliases());
    aliases.addAll(over.aliases());
    List<String> sources = new ArrayList<>(over.sources());
    sources.addAll(known.sources());
    return new Sender(
        known.id(), known.kind(), aliases, sources, over.file(), List.copyOf(rules.values()));
  }

  /**
   * Read on first use, so that a program that never classifies does not pay for it; from the YAML
   * files where the build has not compiled them.
   */
  private static final class BuiltIn {
    static final Catalog CATALOG = read();

    private static Catalog read() {
      FlatCatalog flat = CatalogFiles.compiled();
      if (flat == null) {
        List<CatalogProblem> problems = new ArrayList<>();
        flat = CatalogCompiler.compile(CatalogFiles.builtIn(), problems);
        if (!problems.isEmpty()) {
          throw new CatalogException(problems);
        }
      }
      return new Catalog(CatalogFiles.RELEASE + '-' + flat.hash(), flat.senders());
    }
  }
}
