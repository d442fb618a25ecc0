package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.event.Verdict;
import java.util.List;

/**
 * Why a failure was judged as it was; holds no word of the payload but those a rule asks for.
 *
 * @param verdict the verdict
 * @param rule the rule that won; null when none fired
 * @param sources where that rule's file is documented
 * @param matched the parts of its condition, in words
 * @param facts what was known about the error, in words
 * @param runnersUp the next best rules, best first
 */
public record Explanation(
    Verdict verdict,
    Rule rule,
    List<String> sources,
    List<String> matched,
    List<String> facts,
    List<RunnerUp> runnersUp) {
  /**
   * A rule that did not win.
   *
   * @param rule the rule
   * @param why what it lost by, in words
   */
  public record RunnerUp(Rule rule, String why) {}
}
