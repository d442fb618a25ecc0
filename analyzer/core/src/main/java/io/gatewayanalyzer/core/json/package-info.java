/**
 * JSON over bytes without a tree: a cursor that jumps to the keys that matter. Total over any
 * input; it knows nothing of gateways.
 */
package io.gatewayanalyzer.core.json;
