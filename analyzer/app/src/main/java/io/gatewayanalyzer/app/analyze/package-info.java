/**
 * A finite input through the whole line: lines of files into the raw topic of an embedded broker,
 * and what comes out at the other end. It judges nothing and prints nothing.
 */
package io.gatewayanalyzer.app.analyze;
