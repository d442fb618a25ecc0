package io.gatewayanalyzer.core.alert;

import io.gatewayanalyzer.core.event.Severity;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a policy says of one possible alert at one moment.
 *
 * @param variant tells the alerts of one scope apart: a severity, a limit's source; stable
 * @param severity how urgent the alert is
 * @param labels further labels beside the scope's, stable: {@code scope} at least
 * @param enter whether it should begin to fire
 * @param leave whether it should end; never true together with {@code enter}
 * @param enterForMs how long {@code enter} must hold before it fires, milliseconds
 * @param leaveForMs how long {@code leave} must hold before it is over, milliseconds
 * @param value what was measured
 * @param threshold what it is held against
 * @param windowMs over which time, milliseconds
 * @param closeness how near to firing it is: 0 not at all, 1 and more it fires
 * @param reading the figures as words, for people: {@code 18 of 20 events, 1.1 % of 2 %}
 * @param annotations texts for people if it fires: {@code summary} and {@code description} at least
 */
public record Judgement(
    String variant,
    Severity severity,
    SortedMap<String, String> labels,
    boolean enter,
    boolean leave,
    long enterForMs,
    long leaveForMs,
    double value,
    double threshold,
    long windowMs,
    double closeness,
    String reading,
    Map<String, String> annotations) {}
