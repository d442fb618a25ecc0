/**
 * What may be seen of the line from beside it: the interface that the line calls. Holds neither
 * metrics nor traces, which are its neighbours, and no wiring.
 */
package io.gatewayanalyzer.app.observe;
