/** Sequences of attempts and the operations they must become, as files anybody can add to. */
package io.gatewayanalyzer.core.operations;
