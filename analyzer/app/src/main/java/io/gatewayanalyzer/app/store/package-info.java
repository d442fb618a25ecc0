/**
 * A state store whose changelog is written in batches: what is known of every key, which segment of
 * the log says so, and the log's cleaning. What the values mean is not known here.
 */
package io.gatewayanalyzer.app.store;
