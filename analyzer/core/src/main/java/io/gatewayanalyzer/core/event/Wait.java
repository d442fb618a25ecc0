package io.gatewayanalyzer.core.event;

/**
 * The pause after one failed attempt, as it was advised and as it was.
 *
 * @param attempt number of the attempt that failed, from 1
 * @param advisedMs how long it advised to wait, milliseconds; -1 when it advised nothing
 * @param actualMs from its end to the start of the next attempt, milliseconds
 * @param verdict how the two compare
 */
public record Wait(int attempt, long advisedMs, long actualMs, WaitVerdict verdict) {}
