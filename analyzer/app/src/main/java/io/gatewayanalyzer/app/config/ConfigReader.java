package io.gatewayanalyzer.app.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a YAML file into an {@link AnalyzerConfig}; whatever is wrong is one line. */
public final class ConfigReader {
  private ConfigReader() {}

  /**
   * Reads a file.
   *
   * @throws ConfigException when it cannot be read, is not YAML, or holds an unknown key or a wrong
   *     value
   */
  public static AnalyzerConfig read(Path file) {
    return read(file, AnalyzerConfig::read);
  }

  /**
   * Reads a text.
   *
   * @param name what messages call it
   * @throws ConfigException as {@link #read}
   */
  public static AnalyzerConfig parse(String name, String yaml) {
    return parse(name, yaml, AnalyzerConfig::read);
  }

  static <T> T read(Path file, Function<Section, T> settings) {
    try {
      return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8), settings);
    } catch (IOException e) {
      throw new ConfigException(file + ": cannot be read; accepted: a readable UTF-8 file");
    }
  }

  static <T> T parse(String name, String yaml, Function<Section, T> settings) {
    LoadSettings load = LoadSettings.builder().setLabel(name).build();
    try {
      Optional<Node> root = new Compose(load).composeString(yaml);
      return settings.apply(new Section(name, "", root.orElse(null)));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new ConfigException(name + ":" + line + ": not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new ConfigException(name + ":1: not YAML");
    }
  }
}
