/**
 * What is usual: counts a minute as they mostly are, of late and in each hour of the week. It does
 * not say what is too much.
 */
package io.gatewayanalyzer.core.baseline;
