package io.gatewayanalyzer.core.classify;

/**
 * A rule that was looked at for one layer of an error.
 *
 * @param rule the rule
 * @param layer the layer's index
 * @param scope why it may speak
 * @param rank its place; the smallest wins
 * @param missing the part of its condition that does not hold; null when it fires
 * @param held how many parts hold
 */
record Candidate(CompiledRule rule, int layer, Scope scope, long rank, Ask missing, int held) {}
