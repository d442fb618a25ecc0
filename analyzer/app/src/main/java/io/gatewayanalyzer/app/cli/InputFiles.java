package io.gatewayanalyzer.app.cli;

import io.gatewayanalyzer.app.analyze.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Turns the file arguments of a command into inputs. */
final class InputFiles {
  private static final List<String> ENDINGS = List.of(".ndjson", ".jsonl", ".log", ".gz");

  private InputFiles() {}

  /**
   * Files as given, the log files of directories by name, and {@code -} as standard input.
   *
   * @throws CommandFailed when one is not there or cannot be read
   */
  static List<Input> of(List<String> arguments, Console console) {
    List<Input> inputs = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.equals("-")) {
        inputs.add(new Input("standard input", -1, console::in));
        continue;
      }
      Path path = Path.of(argument);
      if (Files.isDirectory(path)) {
        inputs.addAll(directory(path));
      } else {
        inputs.add(file(path));
      }
    }
    return inputs;
  }

  private static Input file(Path path) {
    if (!Files.exists(path)) {
      throw CommandFailed.usage("no such file: " + path);
    }
    if (!Files.isReadable(path)) {
      throw CommandFailed.usage("cannot read " + path);
    }
    // A pipe or a device has no size.
    long size = Files.isRegularFile(path) ? path.toFile().length() : -1;
    return new Input(path.toString(), size, () -> Files.newInputStream(path));
  }

  private static List<Input> directory(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      List<Input> inputs =
          entries
              .filter(entry -> ENDINGS.stream().anyMatch(entry.toString()::endsWith))
              .filter(Files::isRegularFile)
              .sorted()
              .map(InputFiles::file)
              .toList();
      if (inputs.isEmpty()) {
        throw CommandFailed.usage(
            "no log file in " + directory + " (looked for *" + String.join(", *", ENDINGS) + ")");
      }
      return inputs;
    } catch (IOException e) {
      throw CommandFailed.usage("cannot read the directory " + directory, e);
    }
  }
}
