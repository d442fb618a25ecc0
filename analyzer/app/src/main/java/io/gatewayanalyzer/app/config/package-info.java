/**
 * What a user may set: one record per concern, and the reader that turns a YAML file into them or
 * into one clear line. It starts nothing and opens no connection.
 */
package io.gatewayanalyzer.app.config;
