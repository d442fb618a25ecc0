package io.gatewayanalyzer.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.event.Api;
import io.gatewayanalyzer.core.policy.CreditExhausted;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentsTest {
  @Test
  void shouldRefuseForWantOfCreditOnceWith402AndOnceWith429() {
    // given
    List<Incident> outages =
        Incidents.twoHours(0).stream()
            .filter(incident -> incident.alertname().equals(CreditExhausted.NAME))
            .toList();
    Dice dice = new Dice(1);
    SimulatedGateway gateway = new Anannas();
    Call.Operation operation =
        new Call.Operation(
            gateway, "1", Api.CHAT_COMPLETIONS, gateway.route(dice), false, Caller.ALL.get(0), "0");
    Call call = new Call(operation, 1, 0, "req-1");

    // when
    List<Integer> statuses =
        outages.stream().map(outage -> outage.scenario().play(call, dice).status()).toList();

    // then
    assertThat(statuses).containsExactly(402, 429);
  }
}
