package io.gatewayanalyzer.app.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * JSON as {@code jq -S .} writes it, so that a board that is exported anew differs by its change.
 */
final class CanonicalJson {
  private CanonicalJson() {}

  static String of(JsonNode node) {
    StringBuilder out = new StringBuilder();
    write(node, "\n", out);
    return out.append('\n').toString();
  }

  private static void write(JsonNode node, String indent, StringBuilder out) {
    String inner = indent + "  ";
    if (node.isObject()) {
      TreeSet<String> names = new TreeSet<>();
      node.fieldNames().forEachRemaining(names::add);
      List<Runnable> members = new ArrayList<>();
      for (String name : names) {
        members.add(
            () -> {
              out.append(TextNode.valueOf(name)).append(": ");
              write(node.get(name), inner, out);
            });
      }
      list('{', members, '}', indent, out);
    } else if (node.isArray()) {
      List<Runnable> members = new ArrayList<>();
      node.forEach(member -> members.add(() -> write(member, inner, out)));
      list('[', members, ']', indent, out);
    } else {
      out.append(node);
    }
  }

  private static void list(
      char open, List<Runnable> members, char close, String indent, StringBuilder out) {
    out.append(open);
    String before = indent + "  ";
    for (Runnable member : members) {
      out.append(before);
      member.run();
      before = "," + indent + "  ";
    }
    out.append(members.isEmpty() ? "" : indent).append(close);
  }
}
