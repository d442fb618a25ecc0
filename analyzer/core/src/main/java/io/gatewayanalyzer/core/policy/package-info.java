/**
 * What alerts there are: one pure policy a file, with its settings and their defaults. It keeps
 * nothing and ends nothing; that is the life cycle's.
 */
package io.gatewayanalyzer.core.policy;
