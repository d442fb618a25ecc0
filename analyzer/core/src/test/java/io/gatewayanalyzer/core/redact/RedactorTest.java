package io.gatewayanalyzer.core.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  /** A body no scanner takes for a key: it is put behind a prefix only when the test runs. */
  private static final String BODY = "FAKE0fake1FAKE2fake3";

  private static final String HEX = "0123456789abcdef".repeat(2);

  private static String fill(String template) {
    return template.replace("§", BODY).replace("#", HEX);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "bad key sk-§. Go on | bad key [redacted:key]. Go on",
        "bad key sk-proj-§ | bad key [redacted:key]",
        "(sk-...W8TA) spent | ([redacted:key]) spent",
        "provided: sk-wrong****-key. | provided: [redacted:key].",
        "gsk_§, hf_§ | [redacted:key], [redacted:key]",
        "\"key=§\" | \"key=[redacted]\"",
        "?key=§&alt=sse | ?key=[redacted]&alt=sse",
        "{\"api_key\":\"§\",\"n\":1} | {\"api_key\":\"[redacted]\",\"n\":1}",
        "{\\\"token\\\":\\\"ab\\\",\\\"n\\\":1} | {\\\"token\\\":\\\"[redacted]\\\",\\\"n\\\":1}",
        "Authorization: Bearer § x | Authorization: Bearer [redacted] x",
        "curl -H 'Authorization: Basic Zm9vOmJhcg==' u | curl -H 'Authorization: Basic [redacted]'"
            + " u",
        "Your api key: ****abcd is invalid | Your api key: [redacted] is invalid",
        "API key '§' is wrong | API key '[redacted]' is wrong",
        "https://me:pw@h.example/v1 | https://[redacted]@h.example/v1",
        "mail bob.b@corp.example, ok | mail [redacted:email], ok",
        "from 10.0.0.17:443 | from [redacted:ip]:443",
        "in organization org-§ on | in organization org-[redacted] on",
        "user_id user_2§ | user_id user_[redacted]",
        "hash # end | hash [redacted:secret] end",
        "bad id #.abcdEFGH12345678 | bad id [redacted:secret]",
        "-----BEGIN X KEY-----\\nabc\\n-----END X KEY----- rest | [redacted:pem] rest",
        "-----BEGIN X KEY-----\\nabc | [redacted:pem]",
      })
  void shouldReplaceSecrets(String template, String expected) {
    // given
    String text = fill(template);
    // when
    String redacted = Redactor.redact(text);
    // then
    assertThat(redacted).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Rate limit reached for gpt-4o in organization org on tokens per min (TPM): Limit 30000,"
            + " Used 22999, Requested 12528. Please try again in 11.054s.",
        "This model's maximum context length is 8192 tokens. However, your messages resulted in"
            + " 10000 tokens. Please reduce the length of the messages.",
        "prompt is too long: 210000 tokens > 200000 maximum",
        "The model `meta-llama/Meta-Llama-3.1-70B-Instruct-Turbo` does not exist",
        "model accounts/fireworks/models/llama-v3p1-405b-instruct is overloaded",
        "claude-3-5-sonnet@20240620 is not available in us-east5",
        "Please include the request ID req_011CSHoEeqs5C35K2UUqR7Fy in your message.",
        "chatcmpl-9xAbCdEf0123456789AbCdEf failed",
        "trace 123e4567-e89b-12d3-a456-426614174000 at 2026-08-27T00:15:18.123Z",
        "请求过于频繁，请在 30 秒后重试",
        "账户余额不足，请充值 (code 1113)",
        "Invalid token: expired",
        "Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON",
        "max_tokens: 4096 is too large; token=4096",
        "Missing bearer or basic authentication in header",
        "Bearer token is missing",
        "You didn't provide an API key. You need to provide your API key in an Authorization header"
            + " using Bearer auth (i.e. Authorization: Bearer YOUR_KEY)",
        "Visit https://platform.openai.com/account/rate-limits or https://aka.ms/oai/quotaincrease",
        "see https://github.com/SomeOrg/SomeProject/issues/22726/Comments-And-More-Words",
        "litellm.RateLimitError: RateLimitError: OpenAIException - Error code: 429",
        "user-agent and user-defined and org-wide and task-force, disk-space, risk-based limits",
        "upstream connect error or disconnect/reset before headers. reset reason: overflow",
        "npm openai@4.28.0 Chrome/120.0.6099.109",
        "hf_hub_download failed in jina_embeddings_module",
        "Read timed out. (read timeout=600)",
        "type.googleapis.com/google.rpc.QuotaFailure GenerateRequestsPerMinutePerProjectPerModel",
        "broken \uD83D surrogate \u0000 and \u0007",
      })
  void shouldReturnCleanTextItself(String text) {
    // when
    String redacted = Redactor.redact(text);
    // then
    assertThat(redacted).isSameAs(text);
  }

  @Test
  void shouldTakeNull() {
    // when
    String redacted = Redactor.redact(null);
    // then
    assertThat(redacted).isNull();
    assertThat(Redactor.metadata(null)).isNull();
  }

  @Test
  void shouldMarkACutAndKeepSurrogatesWhole() {
    // given
    String text = "abc\uD83D\uDE00def";
    // when
    String cut = Redactor.redact(text, 5);
    // then
    assertThat(cut).isEqualTo("abc…");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{\"flagged_input\":\"my text\",\"reasons\":[\"hate\"]} |"
            + " {\"flagged_input\":\"[redacted]\",\"reasons\":[\"hate\"]}",
        "{\"raw\": {\"a\":[1,\"}\"]} , \"provider_name\":\"X\"} |"
            + " {\"raw\": \"[redacted]\" , \"provider_name\":\"X\"}",
        "{\"messages\":[{\"role\":\"user\"}],\"n\":3} | {\"messages\":\"[redacted]\",\"n\":3}",
        "{\"headers\":{\"X-RateLimit-Reset\":\"17\",\"Server\":\"s\"},\"code\":1} |"
            + " {\"headers\":{\"X-RateLimit-Reset\":\"17\",\"Server\":\"[redacted]\"},\"code\":1}",
        "{\"ip\":\"::1\",\"token\":5,\"input\":null} |"
            + " {\"ip\":\"[redacted]\",\"token\":5,\"input\":null}",
        "{\"prompt\":\"cut off in the mid | {\"prompt\":\"[redacted]\"",
        "no json, key sk-§ | no json, key [redacted:key]",
        "{\"note\":\"mail a.b@c.example\"} | {\"note\":\"mail [redacted:email]\"}",
      })
  void shouldBlankMetadata(String template, String expected) {
    // given
    String json = fill(template);
    // when
    String metadata = Redactor.metadata(json);
    // then
    assertThat(metadata).isEqualTo(expected);
  }

  @Test
  void shouldBoundMetadata() {
    // given
    String json = "{\"note\":\"" + "word ".repeat(2_000) + "\"}";
    // when
    String metadata = Redactor.metadata(json);
    // then
    assertThat(metadata).hasSize(Redactor.MAX_METADATA_CHARS).endsWith("…");
  }
}
