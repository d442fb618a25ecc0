/**
 * The score against real payloads, which are other people's data and therefore stand outside the
 * repository. Holds no payload and prints none.
 */
package io.gatewayanalyzer.core.corpus;
