/**
 * What one response payload (a body or a stream frame) says, read in a single pass without a tree.
 * It judges nothing.
 */
package io.gatewayanalyzer.core.payload;
