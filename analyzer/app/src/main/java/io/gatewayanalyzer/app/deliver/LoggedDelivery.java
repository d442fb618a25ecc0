package io.gatewayanalyzer.app.deliver;

import io.gatewayanalyzer.connect.alertmanager.DeliveryListener;
import io.gatewayanalyzer.connect.alertmanager.Origin;
import io.gatewayanalyzer.connect.alertmanager.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log what an operator may want to know of the delivery, by place, never by content.
 */
final class LoggedDelivery implements DeliveryListener {
  private static final Logger LOG = LoggerFactory.getLogger(AlertFeed.class);

  @Override
  public void refused(Refusal refusal) {
    Origin origin = refusal.posting().origin();
    LOG.warn(
        "Alertmanager {} refuses the alert at {}-{}-{}: {}",
        refusal.target(),
        origin.topic(),
        origin.partition(),
        origin.offset(),
        refusal.reason());
  }

  @Override
  public void changed(String line) {
    LOG.warn(line);
  }
}
