package io.gatewayanalyzer.core.count;

import java.util.List;

/**
 * What one task saw of one scope in one stretch of event time since it last said so.
 *
 * @param scope what it is about
 * @param bucketMs start of the stretch, epoch milliseconds
 * @param values sums, in the order the scope's policy defines
 * @param samples attempts that show it, few
 * @param balance what was left in the account; null when nobody said
 * @param clockMs how far event time had come in the task, epoch milliseconds
 * @param source the task; each is nearly in order by itself
 */
public record Delta(
    Scope scope,
    long bucketMs,
    Sums values,
    List<Sample> samples,
    Balance balance,
    long clockMs,
    String source) {}
