/** State as few bytes, for stores. It knows no state. */
package io.gatewayanalyzer.core.pack;
