/**
 * Our records as JSON bytes, written and read without a tree. It decides nothing about what is in
 * them.
 */
package io.gatewayanalyzer.app.serde;
