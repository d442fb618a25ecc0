package io.gatewayanalyzer.core.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts of a catalog's files by file name.
 *
 * @param texts in the order of their names
 */
record CatalogFiles(Map<String, String> texts) {
  /** The month the built-in rules were last reviewed. */
  static final String RELEASE = "2026.11";

  private static final String FOLDER = "/catalog/";
  private static final String INDEX = FOLDER + "index.txt";
  private static final String COMPILED = FOLDER + "compiled.txt";

  /** The built-in files, as the index names them. */
  static CatalogFiles builtIn() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : resource(INDEX).split("\\R")) {
      if (!name.isBlank()) {
        texts.put(name.strip(), resource(FOLDER + name.strip()));
      }
    }
    return new CatalogFiles(texts);
  }

  /** The built-in catalog as the build compiled it; null when it has not. */
  static FlatCatalog compiled() {
    String text = textOf(COMPILED);
    return text == null ? null : FlatCatalog.read(text);
  }

  /** The files of a user's directory; none, with a problem, when it cannot be read. */
  static CatalogFiles of(Path directory, List<CatalogProblem> problems) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (!Files.isDirectory(directory)) {
      problems.add(new CatalogProblem(directory.toString(), 0, "no such directory"));
      return new CatalogFiles(texts);
    }
    for (Path file : list(directory, problems)) {
      try {
        texts.put(file.toString(), Files.readString(file));
      } catch (IOException e) {
        problems.add(new CatalogProblem(file.toString(), 0, "cannot be read as UTF-8 text"));
      }
    }
    if (texts.isEmpty() && problems.isEmpty()) {
      problems.add(new CatalogProblem(directory.toString(), 0, "holds no *.yaml file"));
    }
    return new CatalogFiles(texts);
  }

  /** Eight hex digits that change with any of the texts. */
  String hash() {
    long hash = Hash64.START;
    for (Map.Entry<String, String> file : texts.entrySet()) {
      hash = Hash64.add(hash, file.getValue());
    }
    return Hash64.hex(hash).substring(0, 8);
  }

  private static List<Path> list(Path directory, List<CatalogProblem> problems) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException e) {
      problems.add(new CatalogProblem(directory.toString(), 0, "cannot be listed"));
      return List.of();
    }
  }

  private static String resource(String name) {
    String text = textOf(name);
    if (text == null) {
      throw new IllegalStateException("missing from the program: " + name);
    }
    return text;
  }

  private static String textOf(String name) {
    try (InputStream in = CatalogFiles.class.getResourceAsStream(name)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
