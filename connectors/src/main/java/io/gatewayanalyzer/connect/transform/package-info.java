/**
 * Single message transforms for raw gateway logs, one file each with its configuration. They look
 * at a record and set its key; they judge nothing and never change a value.
 */
package io.gatewayanalyzer.connect.transform;
