package io.gatewayanalyzer.core.redact;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RedactorLaws {
  private static final int TELLING = 12;

  @Property(tries = 3_000)
  void shouldHideASecretWhereverItStands(
      @ForAll("ownLooks") String secret,
      @ForAll("before") String before,
      @ForAll("after") String after) {
    // when
    String redacted = Redactor.redact(before + secret + after);
    // then
    assertHidden(redacted, secret);
  }

  @Property(tries = 2_000)
  void shouldHideASecretGluedToLetters(
      @ForAll("keys") String secret, @ForAll("letters") String letters) {
    // when
    String redacted = Redactor.redact("see " + letters + secret + letters + " there");
    // then
    assertHidden(redacted, secret);
  }

  @Property(tries = 2_000)
  void shouldHideWhatANameAssigns(
      @ForAll("opaque") String secret, @ForAll("assignments") String frame) {
    // when
    String redacted = Redactor.redact("Upstream said: " + frame.replace("§", secret));
    // then
    assertHidden(redacted, secret);
  }

  @Property(tries = 1_000)
  void shouldHideUserInfo(@ForAll("opaque") String secret, @ForAll("before") String before) {
    // given
    String password = secret.replace('/', '!');
    // when
    String redacted = Redactor.redact(before + "postgres://bob:" + password + "@h.example/db");
    // then
    assertHidden(redacted, password);
  }

  @Property(tries = 1_000)
  void shouldHideAPemBlock(@ForAll("base64") String body, @ForAll("before") String before) {
    // given
    String kind = "PRIVATE" + " KEY-----";
    String text = before + "-----BEGIN " + kind + "\\n" + body + "\\n-----END " + kind + " after";
    // when
    String redacted = Redactor.redact(text);
    // then
    assertHidden(redacted, body);
  }

  @Property(tries = 3_000)
  void shouldChangeNothingTheSecondTime(@ForAll("anything") String text) {
    // given
    String once = Redactor.redact(text);
    // when
    String twice = Redactor.redact(once);
    // then
    assertThat(twice).isEqualTo(once);
  }

  @Property(tries = 2_000)
  void shouldBeTotalAndBounded(
      @ForAll("anything") String text, @ForAll @IntRange(min = 1, max = 50) int max) {
    // when
    String redacted = Redactor.redact(text, max);
    String metadata = Redactor.metadata(text, max);
    // then
    assertThat(redacted.length()).isLessThanOrEqualTo(max);
    assertThat(metadata.length()).isLessThanOrEqualTo(max);
  }

  @Property(tries = 1_000)
  void shouldNotBringASecretBackByCutting(
      @ForAll("ownLooks") String secret,
      @ForAll("before") String before,
      @ForAll @IntRange(min = 1, max = 200) int max) {
    // when
    String redacted = Redactor.redact(before + secret + " and more text behind it", max);
    // then
    assertHidden(redacted, secret);
  }

  @Property(tries = 1_000)
  void shouldBlankUserFieldsEvenInCutOffJson(
      @ForAll("opaque") String written,
      @ForAll("userFields") String field,
      @ForAll @IntRange(max = 200) int cut) {
    // given
    String json = "{\"a\":[1,{\"" + field + "\":{\"x\":[\"" + written + "\"]}}],\"b\":\"kept\"}";
    // when
    String metadata = Redactor.metadata(json.substring(0, Math.max(0, json.length() - cut)));
    // then
    assertHidden(metadata, written);
  }

  private static void assertHidden(String redacted, String secret) {
    assertThat(redacted).doesNotContain(secret);
    for (int i = 0; i + TELLING <= secret.length(); i++) {
      assertThat(redacted).doesNotContain(secret.substring(i, i + TELLING));
    }
  }

  @Provide
  Arbitrary<String> ownLooks() {
    return FakeSecrets.ownLooks();
  }

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.oneOf(
        FakeSecrets.prefixed().filter(key -> !key.startsWith("key-")),
        FakeSecrets.cloudKeys(),
        FakeSecrets.jwt(),
        FakeSecrets.hex(),
        FakeSecrets.base64());
  }

  @Provide
  Arbitrary<String> opaque() {
    return FakeSecrets.opaque();
  }

  @Provide
  Arbitrary<String> base64() {
    return FakeSecrets.base64();
  }

  @Provide
  Arbitrary<String> letters() {
    return Arbitraries.strings().alpha().ofMaxLength(8);
  }

  @Provide
  Arbitrary<String> userFields() {
    return Arbitraries.of(
        "messages", "prompt", "flagged_input", "raw", "input", "failed_generation");
  }

  @Provide
  Arbitrary<String> before() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "",
            "Incorrect key ",
            "(",
            "'",
            "\"",
            "{\"error\":{\"message\":\"bad key ",
            "{\\\"m\\\":\\\"",
            "line\\n",
            "\\u003c",
            "?q=1&k=",
            "https://api.example/v1/",
            "https://host/a?b%3D",
            "%20",
            "错误：",
            "\uD83D\uDE00",
            "key: ",
            "<b>",
            "x,",
            "[redacted]",
            "[redacted:key] ",
            "`",
            "--- "),
        Arbitraries.strings().withChars(" ,;:'\"{}()[]<>!?\\\n\t错|=&#$^`").ofMaxLength(6));
  }

  @Provide
  Arbitrary<String> after() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "",
            ". Please retry",
            ")",
            "'",
            "\"}}",
            "\\\"}",
            "\\n",
            "&b=c",
            "。请检查",
            "\uD83D\uDE00",
            ", model gpt-4o",
            "/path",
            "#frag",
            "]",
            "…",
            "@host"),
        Arbitraries.strings().withChars(" ,;:'\"{}()[]<>!?\\\n\t错|=&#$^`").ofMaxLength(6));
  }

  @Provide
  Arbitrary<String> assignments() {
    return Arbitraries.of(
        "api_key=§",
        "API-Key: §",
        "\"api_key\":\"§\"",
        "\"x-api-key\" : \"§\"",
        "{\\\"apiKey\\\":\\\"§\\\",\\\"a\\\":1}",
        "{\\\\\\\"client_secret\\\\\\\":\\\\\\\"§\\\\\\\"}",
        "https://h.example/v1?key=§&alt=sse",
        "https://h.example/v1?access_token=§",
        "https://h.example/?X-Amz-Date=1&X-Amz-Signature=§&a=b",
        "https://h.example/?X-Amz-Security-Token=§",
        "Authorization: Bearer §",
        "authorization: §",
        "'Authorization': 'Basic §'",
        "Authorization:Token §",
        "Bearer §",
        "password = \"§\"",
        "PASSWORD=§;",
        "token: '§'",
        "[\"secret\"]: \"§\"",
        "Received API Key = §, Key Hash",
        "Incorrect API key provided: §. You can find",
        "Your api key: § is invalid",
        "Cookie: session=§; b=c",
        "\"authorization\":[\"Bearer §\"]",
        "x?token%3D§");
  }

  @Provide
  Arbitrary<String> anything() {
    Arbitrary<String> piece =
        Arbitraries.oneOf(
            ownLooks(),
            opaque(),
            before(),
            after(),
            Combinators.combine(assignments(), opaque())
                .as((frame, value) -> frame.replace("§", value)),
            Arbitraries.of(
                "org-",
                "user-",
                "sk-",
                "token",
                "Bearer ",
                "=",
                ":",
                "@",
                ".",
                "...",
                "*",
                "-----BEGIN ",
                "1.2.3.4",
                "5.",
                "%40",
                "://",
                "{\"raw\":",
                "[redacted",
                "key]",
                "\\",
                "\"",
                "req_",
                "\uD83D"),
            Arbitraries.strings().ofMaxLength(8));
    return piece.list().ofMaxSize(8).map(list -> String.join("", list));
  }
}
