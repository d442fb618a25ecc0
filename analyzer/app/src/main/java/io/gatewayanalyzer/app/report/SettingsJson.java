package io.gatewayanalyzer.app.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.gatewayanalyzer.core.event.Wire;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;

/**
 * Settings as one JSON object: each record an object, components in snake case, durations in
 * milliseconds with {@code _ms} behind their name.
 */
public final class SettingsJson {
  private SettingsJson() {}

  /** The JSON of a record of settings. */
  public static String of(Record settings) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      write(out, settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator out, Object value) throws IOException {
    if (value instanceof Record settings) {
      out.writeStartObject();
      for (RecordComponent component : settings.getClass().getRecordComponents()) {
        String unit = component.getType() == Duration.class ? "_ms" : "";
        out.writeFieldName(snakeCase(component.getName()) + unit);
        write(out, value(settings, component));
      }
      out.writeEndObject();
    } else if (value instanceof Collection<?> values) {
      out.writeStartArray();
      for (Object one : values) {
        write(out, one);
      }
      out.writeEndArray();
    } else {
      writeSingle(out, value);
    }
  }

  private static void writeSingle(JsonGenerator out, Object value) throws IOException {
    if (value instanceof Duration time) {
      out.writeNumber(time.toMillis());
    } else if (value instanceof Long number) {
      out.writeNumber(number);
    } else if (value instanceof Double number) {
      out.writeNumber(number);
    } else if (value instanceof Wire word) {
      out.writeString(word.wire());
    } else {
      out.writeString((String) value);
    }
  }

  private static Object value(Record settings, RecordComponent component) {
    try {
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component.toString(), e);
    }
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
