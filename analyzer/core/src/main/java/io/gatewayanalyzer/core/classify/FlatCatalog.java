package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.event.CreditScope;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.LimitDimension;
import io.gatewayanalyzer.core.event.LimitSource;
import io.gatewayanalyzer.core.event.RetryAdvice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A catalog as flat text: one line per sender or rule, fields parted by tabs. The build writes the
 * built-in catalog this way because reading a thousand rules as YAML takes most of a second on a
 * machine that has just started.
 *
 * @param hash the hash of the YAML texts it was written from
 * @param senders the senders in the order of their files
 */
record FlatCatalog(String hash, List<Sender> senders) {
  private static final char FIELD = '\t';
  private static final char ITEM = '\u001f';
  private static final String RULE = "+";
  private static final int SENDER_FIELDS = 5;
  private static final int RULE_FIELDS = 10;

  /** The flat text. */
  String write() {
    StringBuilder out = new StringBuilder(hash).append('\n');
    for (Sender sender : senders) {
      line(
          out,
          sender.id(),
          sender.kind().name(),
          sender.file(),
          joined(sender.aliases()),
          joined(sender.sources()));
      for (Rule rule : sender.rules()) {
        write(out, rule);
      }
    }
    return out.toString();
  }

  /** Reads what {@link #write} wrote. */
  static FlatCatalog read(String text) {
    int end = text.indexOf('\n');
    List<Sender> senders = new ArrayList<>();
    String[] sender = null;
    List<Rule> rules = new ArrayList<>();
    for (int from = end + 1; from < text.length(); ) {
      int to = text.indexOf('\n', from);
      String[] fields = split(text, from, to, FIELD);
      if (fields[0].equals(RULE)) {
        rules.add(rule(sender, fields));
      } else {
        add(senders, sender, rules);
        sender = fields;
        rules.clear();
      }
      from = to + 1;
    }
    add(senders, sender, rules);
    return new FlatCatalog(text.substring(0, end), senders);
  }

  private static void add(List<Sender> senders, String[] fields, List<Rule> rules) {
    if (fields == null) {
      return;
    }
    if (fields.length != SENDER_FIELDS) {
      throw new IllegalArgumentException("not a flat catalog: " + fields[0]);
    }
    senders.add(
        new Sender(
            fields[0],
            SenderKind.valueOf(fields[1]),
            items(fields[3]),
            items(fields[4]),
            fields[2],
            rules));
  }

  private static void write(StringBuilder out, Rule rule) {
    Conclusion then = rule.then();
    List<String> fields = new ArrayList<>();
    fields.add(RULE);
    fields.add(rule.id());
    fields.add((rule.generic() ? "-" : "") + rule.line());
    fields.add(then.category().name());
    fields.add(name(then.faultDomain()));
    fields.add(then.retryable() == null ? "" : then.retryable().toString());
    fields.add(name(then.retryAdvice()));
    fields.add(name(then.limitSource()));
    fields.add(name(then.limitDimension()));
    fields.add(name(then.creditScope()));
    rule.when().parts().forEach((ask, values) -> fields.add(ask.name() + ITEM + joined(values)));
    line(out, fields.toArray(new String[0]));
  }

  private static Rule rule(String[] sender, String[] fields) {
    int line = Integer.parseInt(fields[2]);
    Map<Ask, List<String>> parts = new EnumMap<>(Ask.class);
    for (int i = RULE_FIELDS; i < fields.length; i++) {
      List<String> items = items(fields[i]);
      parts.put(Ask.valueOf(items.get(0)), items.subList(1, items.size()));
    }
    Conclusion then =
        new Conclusion(
            ErrorCategory.valueOf(fields[3]),
            constant(FaultDomain.class, fields[4]),
            fields[5].isEmpty() ? null : Boolean.valueOf(fields[5]),
            constant(RetryAdvice.class, fields[6]),
            constant(LimitSource.class, fields[7]),
            constant(LimitDimension.class, fields[8]),
            constant(CreditScope.class, fields[9]));
    return new Rule(
        fields[1],
        sender[0],
        SenderKind.valueOf(sender[1]),
        new Condition(parts),
        then,
        line < 0,
        sender[2],
        Math.abs(line));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name) {
    return name.isEmpty() ? null : Enum.valueOf(type, name);
  }

  private static String name(Enum<?> constant) {
    return constant == null ? "" : constant.name();
  }

  private static void line(StringBuilder out, String... fields) {
    for (int i = 0; i < fields.length; i++) {
      if (fields[i].indexOf(FIELD) >= 0 || fields[i].indexOf('\n') >= 0) {
        throw new IllegalArgumentException("a tab or a line break in a word of " + fields[1]);
      }
      if (i > 0) {
        out.append(FIELD);
      }
      out.append(fields[i]);
    }
    out.append('\n');
  }

  private static String joined(List<String> items) {
    return String.join(String.valueOf(ITEM), items);
  }

  private static List<String> items(String field) {
    return field.isEmpty() ? List.of() : Arrays.asList(split(field, 0, field.length(), ITEM));
  }

  private static String[] split(String text, int start, int end, char at) {
    int count = 1;
    for (int i = text.indexOf(at, start); i >= 0 && i < end; i = text.indexOf(at, i + 1)) {
      count++;
    }
    String[] pieces = new String[count];
    int from = start;
    for (int i = 0; i < count; i++) {
      int to = i == count - 1 ? end : text.indexOf(at, from);
      pieces[i] = text.substring(from, to);
      from = to + 1;
    }
    return pieces;
  }
}
