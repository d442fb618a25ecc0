/**
 * The contract of everything stateful: what a pure step is asked and what it answers. It holds no
 * step, no store and no timer.
 */
package io.gatewayanalyzer.core.step;
