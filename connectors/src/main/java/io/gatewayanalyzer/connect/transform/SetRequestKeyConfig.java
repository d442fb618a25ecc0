package io.gatewayanalyzer.connect.transform;

import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;

/**
 * What {@link SetRequestKey} can be told.
 *
 * @param field the top-level field whose string becomes the key, never empty
 * @param maxBytes how far into a value the field is looked for, in bytes, or in characters where
 *     the value is a string
 */
record SetRequestKeyConfig(String field, int maxBytes) {
  static final String FIELD = "field";
  static final String MAX_BYTES = "max.bytes";

  static final ConfigDef DEFINITION =
      new ConfigDef()
          .define(
              FIELD,
              ConfigDef.Type.STRING,
              "request_id",
              new NonEmptyString(),
              Importance.MEDIUM,
              "The top-level JSON field whose string becomes the record's key.")
          .define(
              MAX_BYTES,
              ConfigDef.Type.INT,
              1024 * 1024,
              Range.atLeast(1),
              Importance.LOW,
              "How far into a value the field is looked for."
                  + " A record whose field stands further back keeps its key.");

  /**
   * Reads the worker's properties; keys that are not ours are left to others.
   *
   * @throws org.apache.kafka.common.config.ConfigException when a value is not acceptable
   */
  static SetRequestKeyConfig of(Map<String, ?> properties) {
    AbstractConfig config = new AbstractConfig(DEFINITION, properties, false);
    return new SetRequestKeyConfig(config.getString(FIELD), config.getInt(MAX_BYTES));
  }
}
