package io.gatewayanalyzer.core.classify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Run by the build: writes the built-in catalog as flat text beside its YAML files. */
public final class CatalogCompiler {
  private CatalogCompiler() {}

  /**
   * Writes the flat text.
   *
   * @param arguments the file to write
   * @throws IOException when it cannot be written
   * @throws CatalogException when a YAML file has a mistake
   */
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0]);
    CatalogFiles files = CatalogFiles.builtIn();
    List<CatalogProblem> problems = new ArrayList<>();
    FlatCatalog flat = compile(files, problems);
    if (!problems.isEmpty()) {
      throw new CatalogException(problems);
    }
    Files.writeString(target, flat.write());
  }

  /** The flat form of these files; mistakes go to the problems. */
  static FlatCatalog compile(CatalogFiles files, List<CatalogProblem> problems) {
    List<Sender> senders = new ArrayList<>();
    files
        .texts()
        .forEach(
            (file, text) -> {
              Sender sender = SenderParser.parse(file, text, problems);
              if (sender != null) {
                senders.add(sender);
              }
            });
    return new FlatCatalog(files.hash(), senders);
  }
}
