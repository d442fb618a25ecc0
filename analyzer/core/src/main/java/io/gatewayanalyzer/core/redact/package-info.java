/**
 * Takes secrets and personal data out of any text that leaves the process. It knows nothing of
 * records, payload shapes or where the text goes.
 */
package io.gatewayanalyzer.core.redact;
