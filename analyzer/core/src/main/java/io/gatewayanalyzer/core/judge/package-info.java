/**
 * The one place where a decoded request, its response and the rules meet: a raw request becomes a
 * judged attempt. It holds no rule of its own.
 */
package io.gatewayanalyzer.core.judge;
