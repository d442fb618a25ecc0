package io.gatewayanalyzer.connect.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.ServiceLoader;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.Transformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetRequestKeyTest {
  private static final String CHUNK =
      "{\"seq\":4,\"extra\":{\"request_id\":\"inner\"},\"request_id\":\"req-81\",\"data\":\"x\"}";

  private final SetRequestKey<SourceRecord> transform = new SetRequestKey<>();

  @Test
  void shouldKeyAStringByItsRequestId() {
    // given
    SourceRecord record = record(Schema.STRING_SCHEMA, CHUNK);
    // when
    SourceRecord keyed = transform.apply(record);
    // then
    assertThat(keyed.key()).isEqualTo("req-81");
    assertThat(keyed.keySchema()).isEqualTo(Schema.STRING_SCHEMA);
  }

  @Test
  void shouldKeyBytesByTheirRequestId() {
    // given
    SourceRecord record = record(Schema.BYTES_SCHEMA, CHUNK.getBytes(StandardCharsets.UTF_8));
    // when
    SourceRecord keyed = transform.apply(record);
    // then
    assertThat(keyed.key()).isEqualTo("req-81");
  }

  @Test
  void shouldKeyABufferAndLeaveItUnread() {
    // given
    ByteBuffer buffer = ByteBuffer.wrap(CHUNK.getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer();
    // when
    SourceRecord keyed = transform.apply(record(Schema.BYTES_SCHEMA, buffer));
    // then
    assertThat(keyed.key()).isEqualTo("req-81");
    assertThat(buffer.position()).isZero();
  }

  @Test
  void shouldChangeNothingButTheKey() {
    // given
    SourceRecord record = record(Schema.STRING_SCHEMA, CHUNK);
    record.headers().addString("gateway-log-format", "canonical");
    // when
    SourceRecord keyed = transform.apply(record);
    // then
    assertThat(keyed)
        .usingRecursiveComparison()
        .ignoringFields("key", "keySchema")
        .isEqualTo(record);
  }

  @Test
  void shouldTakeTheConfiguredField() {
    // given
    transform.configure(Map.of("field", "id"));
    // when
    SourceRecord keyed =
        transform.apply(
            record(Schema.STRING_SCHEMA, "{\"request_id\":\"req-81\",\"id\":\"gen-3\"}"));
    // then
    assertThat(keyed.key()).isEqualTo("gen-3");
  }

  @Test
  void shouldNotLookFurtherThanAllowed() {
    // given
    transform.configure(Map.of("max.bytes", CHUNK.indexOf("req-81")));
    SourceRecord record = record(Schema.STRING_SCHEMA, CHUNK);
    // when
    SourceRecord passed = transform.apply(record);
    // then
    assertThat(passed).isSameAs(record);
  }

  @Test
  void shouldFindAnIdInFrontOfACut() {
    // given
    String cut = "{\"request_id\":\"req-81\",\"data\":\"data: {\\\"cho";
    // when
    SourceRecord keyed = transform.apply(record(Schema.STRING_SCHEMA, cut));
    // then
    assertThat(keyed.key()).isEqualTo("req-81");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[\"request_id\",\"req-81\"]",
        "{\"seq\":4}",
        "{\"request_id\":81}",
        "{\"request_id\":null}",
        "{\"inner\":{\"request_id\":\"req-81\"}}",
        "{\"request_id\":\"req-8"
      })
  void shouldPassWhatHasNoRequestId(String value) {
    // given
    SourceRecord record = record(Schema.STRING_SCHEMA, value);
    // when
    SourceRecord passed = transform.apply(record);
    // then
    assertThat(passed).isSameAs(record);
  }

  @Test
  void shouldPassATombstone() {
    // given
    SourceRecord record = record(null, null);
    // when
    SourceRecord passed = transform.apply(record);
    // then
    assertThat(passed).isSameAs(record);
  }

  @Test
  void shouldPassAStructuredValue() {
    // given
    SourceRecord record = record(null, Map.of("request_id", "req-81"));
    // when
    SourceRecord passed = transform.apply(record);
    // then
    assertThat(passed).isSameAs(record);
  }

  @Property
  void shouldNeverFailOnAnyBytes(@ForAll byte[] value) {
    // given
    SourceRecord record = record(Schema.BYTES_SCHEMA, value);
    // when
    SourceRecord passed = new SetRequestKey<SourceRecord>().apply(record);
    // then
    assertThat(passed.value()).isSameAs(value);
  }

  @Property
  void shouldNeverFailOnAnyRestOfAnObject(@ForAll String rest) {
    // given
    SourceRecord record = record(Schema.STRING_SCHEMA, "{\"seq\":" + rest);
    // when
    SourceRecord passed = new SetRequestKey<SourceRecord>().apply(record);
    // then
    assertThat(passed.value()).isSameAs(record.value());
  }

  @Test
  void shouldBeFoundByAConnectWorker() {
    // when
    ServiceLoader<?> found = ServiceLoader.load(Transformation.class);
    // then
    assertThat(found).hasAtLeastOneElementOfType(SetRequestKey.class);
  }

  private static SourceRecord record(Schema schema, Object value) {
    return new SourceRecord(
        Map.of("file", "f"),
        Map.of("position", 7L),
        "llmgw.raw.streams.v1",
        null,
        Schema.STRING_SCHEMA,
        "old",
        schema,
        value,
        1_000L);
  }
}
