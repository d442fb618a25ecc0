package io.gatewayanalyzer.connect.alertmanager;

import java.net.URI;

/**
 * An alert that an Alertmanager did not take and will not take by trying again.
 *
 * @param target who
 * @param posting what
 * @param reason why, for people; quotes nothing
 */
public record Refusal(URI target, Posting posting, String reason) {}
