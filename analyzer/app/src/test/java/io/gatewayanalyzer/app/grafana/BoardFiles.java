package io.gatewayanalyzer.app.grafana;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The boards in {@code grafana/dashboards}, as they stand there. */
final class BoardFiles {
  static final Path DIRECTORY = Path.of("..", "..", "grafana", "dashboards");

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private BoardFiles() {}

  /** A board. */
  record Board(Path file, JsonNode json) {
    String uid() {
      return json.path("uid").asText();
    }

    /** Its panels without the titles of rows. */
    List<Panel> panels() {
      return list(json.path("panels"))
          .filter(panel -> !panel.path("type").asText().equals("row"))
          .map(panel -> new Panel(this, panel))
          .toList();
    }

    List<JsonNode> variables() {
      return list(json.path("templating").path("list")).toList();
    }

    /** The names of the variables that pick values of a label and can be seen. */
    List<String> labelVariables() {
      return variables().stream()
          .filter(variable -> variable.path("type").asText().equals("query"))
          .filter(variable -> variable.path("hide").asInt() == 0)
          .map(variable -> variable.path("name").asText())
          .toList();
    }

    List<JsonNode> annotations() {
      return list(json.path("annotations").path("list"))
          .filter(annotation -> annotation.has("expr"))
          .toList();
    }

    @Override
    public String toString() {
      return file.getFileName().toString();
    }
  }

  /** A panel of a board. */
  record Panel(Board board, JsonNode json) {
    String type() {
      return json.path("type").asText();
    }

    String title() {
      return json.path("title").asText();
    }

    JsonNode defaults() {
      return json.path("fieldConfig").path("defaults");
    }

    List<Target> targets() {
      return list(json.path("targets")).map(target -> new Target(this, target)).toList();
    }

    @Override
    public String toString() {
      return board + ": " + title();
    }
  }

  /** A query of a panel. */
  record Target(Panel panel, JsonNode json) {
    String expr() {
      return json.path("expr").asText();
    }

    boolean instant() {
      return json.path("instant").asBoolean();
    }

    @Override
    public String toString() {
      return panel + " " + json.path("refId").asText() + ": " + expr();
    }
  }

  static List<Board> all() {
    List<Board> boards = new ArrayList<>();
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
        boards.add(new Board(file, JSON.readTree(file.toFile())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return boards;
  }

  /**
   * An expression with its variables filled in, everything selected.
   *
   * @param rateInterval in place of {@code $__rate_interval}
   * @param range the time shown
   */
  static String asGrafanaAsks(String expr, String rateInterval, String range) {
    return expr.replace("$__rate_interval", rateInterval)
        .replace("$__interval", "15s")
        .replace("$__range", range)
        .replaceAll("\"\\$\\w+\"", "\".*\"");
  }

  static List<Panel> panels() {
    return all().stream().flatMap(board -> board.panels().stream()).toList();
  }

  static List<Target> targets() {
    return panels().stream().flatMap(panel -> panel.targets().stream()).toList();
  }

  static Stream<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
