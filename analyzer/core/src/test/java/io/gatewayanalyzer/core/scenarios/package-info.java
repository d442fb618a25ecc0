/**
 * Scenarios: raw requests and what they must be judged as, one YAML file each under {@code
 * scenarios/}. Holds their reader and the test that runs them; no payload stands in Java code.
 */
package io.gatewayanalyzer.core.scenarios;
