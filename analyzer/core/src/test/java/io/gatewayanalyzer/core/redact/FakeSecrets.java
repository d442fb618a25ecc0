package io.gatewayanalyzer.core.redact;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Invented secrets of every family; random, so that none of them ever opened anything. */
final class FakeSecrets {
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";

  private FakeSecrets() {}

  /** Families that are recognised by their own looks. */
  static Arbitrary<String> ownLooks() {
    return Arbitraries.oneOf(
        List.of(prefixed(), cloudKeys(), jwt(), hex(), base64(), zhipu(), email(), address()));
  }

  /** Any text that only its name gives away. */
  static Arbitrary<String> opaque() {
    return runs(UPPER + LOWER + DIGITS + "!_-.~+/$%^*", 12, 40)
        .filter(
            s ->
                Character.isLetterOrDigit(s.charAt(0))
                    && !"._!".contains(s.substring(s.length() - 1)));
  }

  static Arbitrary<String> prefixed() {
    Arbitrary<String> prefixes =
        Arbitraries.of(
            "sk-",
            "sk-ant-" + "api03-",
            "sk-or-" + "v1-",
            "sk-" + "proj-",
            "sk_" + "live_",
            "gsk_",
            "xai-",
            "hf_",
            "AI" + "za",
            "pplx-",
            "r8_",
            "gh" + "p_",
            "gho_",
            "github_" + "pat_",
            "glpat-",
            "xox" + "b-",
            "xox" + "p-",
            "key-",
            "nvapi-",
            "csk-",
            "pk-lf-");
    return Combinators.combine(prefixes, random(24, 60)).as((prefix, body) -> prefix + body);
  }

  static Arbitrary<String> cloudKeys() {
    Arbitrary<String> prefixes = Arbitraries.of("AK" + "IA", "AS" + "IA");
    Arbitrary<String> bodies =
        runs(UPPER + DIGITS, 16, 16).map(body -> "7" + body.substring(2) + "Q");
    return Combinators.combine(prefixes, bodies).as((prefix, body) -> prefix + body);
  }

  static Arbitrary<String> jwt() {
    Arbitrary<String> part = runs(UPPER + LOWER + DIGITS + "_-", 20, 60);
    return Combinators.combine(part, part, part)
        .as((head, claims, sign) -> "eyJ" + head + ".eyJ" + claims + "." + sign);
  }

  static Arbitrary<String> hex() {
    return runs(DIGITS + "abcdef", 32, 64);
  }

  static Arbitrary<String> base64() {
    return runs(UPPER + LOWER + DIGITS + "+/", 44, 90).map(body -> "aZ9" + body);
  }

  static Arbitrary<String> zhipu() {
    return Combinators.combine(runs(DIGITS + "abcdef", 32, 32), random(16, 16))
        .as((id, secret) -> id + "." + secret);
  }

  static Arbitrary<String> email() {
    return Combinators.combine(runs(LOWER + DIGITS + "._", 6, 20), runs(LOWER, 4, 12))
        .as((local, host) -> "x" + local + "q@" + host + ".example");
  }

  static Arbitrary<String> address() {
    Arbitrary<Integer> octet = Arbitraries.integers().between(0, 255);
    return Combinators.combine(octet, octet, octet, octet)
        .as((a, b, c, d) -> a + "." + b + "." + c + "." + d);
  }

  /** Letters and digits, never without some of each in every stretch that matters. */
  private static Arbitrary<String> random(int min, int max) {
    return runs(UPPER + LOWER + DIGITS, min, max).map(body -> "k4Z" + body + "7");
  }

  private static Arbitrary<String> runs(String alphabet, int min, int max) {
    return Arbitraries.strings()
        .withChars(alphabet.toCharArray())
        .ofMinLength(min)
        .ofMaxLength(max)
        .withoutEdgeCases();
  }
}
