package io.gatewayanalyzer.core.scenarios;

import java.util.Map;

/**
 * One case: what a gateway logged, and what must come of it.
 *
 * @param sentence what the case shows, in one sentence
 * @param record the raw request as bytes
 * @param then what must hold, in the order of the file, never empty; a null value means absent
 */
public record Scenario(String sentence, byte[] record, Map<Expectation, String> then) {}
