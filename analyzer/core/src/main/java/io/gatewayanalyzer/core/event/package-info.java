/**
 * The nouns that travel the line, and the closed words they use; the one package everybody may
 * import. It holds no behaviour beyond reading and writing its own words.
 */
package io.gatewayanalyzer.core.event;
