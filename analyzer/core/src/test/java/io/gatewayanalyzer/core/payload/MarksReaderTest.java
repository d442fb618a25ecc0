package io.gatewayanalyzer.core.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.json.Slice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarksReaderTest {
  private final MarksReader reader = new MarksReader();
  private final Marks marks = new Marks();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"message\":\"m\"}}",
        "[{\"error\":{\"code\":429}}]",
        "{\"error\":\"text\"}",
        "{\"choices\":[{\"error\":{\"code\":502}}]}",
        "{\"choices\":[{\"finish_reason\":\"content_filter\"}]}",
        "{\"choices\":[{\"message\":{\"refusal\":\"I will not\"}}]}",
        "{\"output\":[{\"content\":[{\"type\":\"refusal\",\"refusal\":\"no\"}]}]}",
        "{\"status\":\"failed\",\"error_type\":\"authentication\"}",
        "{\"output\":{\"task_status\":\"x\"},\"status\":\"failed\"}",
        "{\"type\":\"error\",\"message\":\"m\"}",
        "{\"object\":\"error\",\"message\":\"m\"}",
        "{\"code\":\"Arrearage\",\"message\":\"m\"}",
        "{\"base_resp\":{\"status_code\":1008}}",
        "{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}",
        "{\"candidates\":[{\"finishReason\":\"PROHIBITED_CONTENT\"}]}",
        "{\"type\":\"message\",\"stop_reason\":\"refusal\"}",
        "{\"throttlingException\":{\"message\":\"m\"}}",
        "{\"success\":false,\"errors\":[{\"code\":1}]}",
        "{\"detail\":\"Not Found\"}",
      })
  void shouldSeeThatAPayloadFailed(String json) {
    // When
    reader.read(Slice.of(json), marks);

    // Then
    assertThat(marks.failed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"choices\":[{\"message\":{\"content\":\"error 500\",\"refusal\":null},\"finish_reason\":\"stop\"}]}",
        "{\"choices\":[{\"message\":{\"refusal\":\"\"},\"finish_reason\":\"length\"}]}",
        "{\"error\":null,\"status\":\"completed\",\"output\":[]}",
        "{\"error\":{},\"output\":[]}",
        "{\"output\":[{\"type\":\"mcp_call\",\"error\":{\"code\":500}}],\"status\":\"completed\"}",
        "{\"content\":[{\"content\":{\"error_code\":\"x\"}}],\"stop_reason\":\"end_turn\"}",
        "{\"code\":200,\"message\":\"ok\",\"data\":{}}",
        "{\"code\":\"\",\"message\":\"\",\"output\":{\"choices\":[]}}",
        "{\"base_resp\":{\"status_code\":0}}",
        "{\"object\":\"list\",\"data\":[]}",
        "{\"input_tokens\":14}",
        "{\"success\":true,\"errors\":[],\"result\":{}}",
        "{}",
      })
  void shouldSeeNothingWrongWithAHealthyPayload(String json) {
    // When
    reader.read(Slice.of(json), marks);

    // Then
    assertThat(marks.failed()).isFalse();
  }

  @Test
  void shouldReadUsageByAnyOfItsNames() {
    for (String usage :
        new String[] {
          "{\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4}}",
          "{\"usage\":{\"input_tokens\":3,\"output_tokens\":4}}",
          "{\"usageMetadata\":{\"promptTokenCount\":3,\"candidatesTokenCount\":4}}",
          "{\"prompt_eval_count\":3,\"eval_count\":4}",
          "{\"response\":{\"usage\":{\"input_tokens\":3,\"output_tokens\":4}}}",
        }) {
      // When
      reader.read(Slice.of(usage), marks);

      // Then
      assertThat(marks.inputTokens).as(usage).isEqualTo(3);
      assertThat(marks.outputTokens).as(usage).isEqualTo(4);
    }
  }

  @Test
  void shouldSayWhereAValueEndsWhenMoreFollows() {
    // Given
    String two = "{\"a\":1} {\"b\":2}";

    // When
    reader.read(Slice.of(two), marks);

    // Then
    assertThat(marks.complete).isTrue();
    assertThat(marks.end).isEqualTo(7);
  }
}
