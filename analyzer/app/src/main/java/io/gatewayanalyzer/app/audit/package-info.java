/**
 * Proof of conservation: every raw record gives exactly one attempt or one undecodable record. It
 * reads topics and changes nothing.
 */
package io.gatewayanalyzer.app.audit;
