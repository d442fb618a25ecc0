/**
 * The commands of {@code bin/gateway-analyzer}: arguments in, exit code and text out. They hold no
 * rule of the line; what they run lives in the packages they are named after.
 */
package io.gatewayanalyzer.app.cli;
