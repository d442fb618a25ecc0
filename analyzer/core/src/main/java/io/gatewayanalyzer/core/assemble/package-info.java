/**
 * Streams that are logged apart from their requests: follows each to its end, joins it with its
 * request record, and gives both to the judge. It holds no transcript and judges nothing.
 */
package io.gatewayanalyzer.core.assemble;
