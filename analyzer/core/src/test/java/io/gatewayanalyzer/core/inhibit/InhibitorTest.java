package io.gatewayanalyzer.core.inhibit;

import static io.gatewayanalyzer.core.inhibit.MutingLine.firing;
import static io.gatewayanalyzer.core.inhibit.MutingLine.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayanalyzer.core.alert.AlertEvent;
import io.gatewayanalyzer.core.event.Alert;
import io.gatewayanalyzer.core.event.Severity;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InhibitorTest {
  private static final Alert CREDIT =
      firing("CreditExhausted", Severity.PAGE, 1_000, "scope", "account", "tenant", "acme");
  private static final Alert BURN =
      firing("ErrorBudgetBurn", Severity.PAGE, 2_000, "scope", "slo", "tenant", "acme");

  @Test
  void shouldNotSayWhatAnotherAlertExplains() {
    // Given
    MutingLine line = new MutingLine();

    // When
    line.changes(CREDIT).changes(BURN).changes(resolved(BURN, 3_000));

    // Then
    assertThat(line.events())
        .containsExactly(
            new AlertEvent.Changed(CREDIT), new AlertEvent.Muted(BURN, CREDIT.alertId()));
  }

  @Test
  void shouldSayItWhenTheOtherIsOverAndItStillFires() {
    // Given
    MutingLine line = new MutingLine().changes(CREDIT).changes(BURN);

    // When
    line.changes(resolved(CREDIT, 10_000)).passes(609_999).passes(610_000);

    // Then
    assertThat(line.said()).containsExactly(CREDIT, resolved(CREDIT, 10_000), BURN);
  }

  @Test
  void shouldSayAtOnceWhatBeginsAfterTheOtherIsOver() {
    // Given
    Alert later =
        firing("ErrorBudgetBurn", Severity.PAGE, 40_000, "scope", "slo", "tenant", "acme");
    MutingLine line = new MutingLine().changes(CREDIT).changes(resolved(CREDIT, 10_000));

    // When
    line.changes(later);

    // Then
    assertThat(line.said()).containsExactly(CREDIT, resolved(CREDIT, 10_000), later);
  }

  @Test
  void shouldNotSayWhatEndsAtAboutTheSameTime() {
    // Given
    MutingLine line = new MutingLine().changes(CREDIT).changes(BURN);

    // When
    line.changes(resolved(CREDIT, 10_000)).changes(resolved(BURN, 300_000)).passes(900_000);

    // Then
    assertThat(line.said()).containsExactly(CREDIT, resolved(CREDIT, 10_000));
    assertThat(line.keepsNothing()).isTrue();
  }

  @Test
  void shouldLetWhatWasSaidBeforeEndAsUsual() {
    // Given
    Alert before = firing("ErrorBudgetBurn", Severity.PAGE, 500, "scope", "slo", "tenant", "acme");
    MutingLine line = new MutingLine().changes(before).changes(CREDIT);

    // When
    line.changes(resolved(before, 3_000));

    // Then
    assertThat(line.said()).containsExactly(before, CREDIT, resolved(before, 3_000));
  }

  @ParameterizedTest
  @CsvSource({
    "CreditExhausted, account, tenant, ErrorBudgetBurn, tenant, true",
    "CreditExhausted, account, tenant, RateLimitSpike, provider, false",
    "CreditExhausted, account, tenant, ProviderOutage, tenant, false",
    "CreditExhausted, key, api_key_id, RateLimitSpike, api_key_id, true",
    "CreditExhausted, provider_account, provider, RateLimitSpike, provider, true",
    "ProviderOutage, provider, provider, RateLimitSpike, provider, true",
    "ProviderOutage, provider, provider, StreamBreakage, provider, true",
    "ProviderOutage, provider, provider, RetryStorm, gateway, true",
    "ProviderOutage, provider, provider, ErrorBudgetBurn, provider, false",
  })
  void shouldMuteWhatCarriesTheSameLabel(
      String name, String scope, String label, String other, String otherLabel, boolean mutes) {
    // Given
    Alert reason = firing(name, Severity.PAGE, 1_000, "scope", scope, label, "x");
    Alert alert =
        otherLabel.equals("gateway")
            ? firing(other, Severity.TICKET, 2_000)
            : firing(other, Severity.TICKET, 2_000, otherLabel, "x");
    MutingLine line = new MutingLine();

    // When
    line.changes(reason).changes(alert);

    // Then
    assertThat(line.said().contains(alert)).isNotEqualTo(mutes);
  }

  @Test
  void shouldNotMuteWhatHappensToSomebodyElse() {
    // Given
    Alert other = firing("ErrorBudgetBurn", Severity.PAGE, 2_000, "scope", "slo", "tenant", "zen");
    MutingLine line = new MutingLine();

    // When
    line.changes(CREDIT).changes(other);

    // Then
    assertThat(line.said()).containsExactly(CREDIT, other);
  }

  @Test
  void shouldMuteTheTicketOfAnObjectiveThatPages() {
    // Given
    Alert ticket =
        firing("ErrorBudgetBurn", Severity.TICKET, 3_000, "scope", "slo", "tenant", "acme");
    Alert another =
        firing("ErrorBudgetBurn", Severity.TICKET, 3_000, "scope", "slo", "tenant", "zen");
    MutingLine line = new MutingLine();

    // When
    line.changes(BURN).changes(ticket).changes(another);

    // Then
    assertThat(line.said()).containsExactly(BURN, another);
  }

  @Test
  void shouldSayWhatItHasNoRoomToKeep() {
    // Given
    MutingLine line = new MutingLine().changes(CREDIT);

    // When
    for (int i = 0; i < 1_000; i++) {
      line.changes(
          firing("RateLimitSpike", Severity.TICKET, 2_000, "tenant", "acme", "model", "m" + i));
    }

    // Then
    assertThat(line.said()).hasSize(1 + 1_000 - Muting.MOST);
    assertThat(line.size()).isLessThan(40_000);
  }

  @Test
  void shouldKnowWhatWasSaidUntilItIsOver() {
    // Given
    MutingLine line = new MutingLine().changes(CREDIT).changes(BURN);

    // When
    List<String> known = line.known();

    // Then
    assertThat(known).containsExactly("CreditExhausted");
    assertThat(line.changes(resolved(CREDIT, 10_000)).known()).isEmpty();
    assertThat(line.passes(10_000 + Inhibitor.SETTLE_MS).known()).containsExactly(BURN.name());
    assertThat(line.changes(resolved(BURN, 20_000_000)).known()).isEmpty();
  }

  @Test
  void shouldRefuseAnotherVersion() {
    // Given
    byte[] bytes = {9, 0, 0};

    // When
    ThrowingCallable reading = () -> MutingCodec.read(bytes);

    // Then
    assertThatThrownBy(reading)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("inhibition state of version 9; this program reads version 2");
  }

  @Test
  void shouldStayReadableForTheNextRelease() {
    // Given
    Muting muting =
        new Muting(
            List.of(new Muting.Reason("a1", CREDIT.labels(), 7)),
            List.of(firing("RetryStorm", Severity.TICKET, 5)),
            List.of(new Muting.Said("b2", "BlindRetries", Severity.INFO)));

    // When
    byte[] bytes = MutingCodec.write(muting);

    // Then
    assertThat(MutingCodec.read(bytes)).isEqualTo(muting);
    assertThat(HexFormat.of().formatHex(bytes))
        .isEqualTo(
            "0201036131050a616c6572746e616d65104372656469744578686175737465640867617465776179"
                + "08616e616e6e61730673636f7065086163636f756e7409736576657269747905706167650774656e"
                + "616e740561636d650e0111386536356366383163333935376565660102030a616c6572746e616d65"
                + "0b526574727953746f726d086761746577617908616e616e6e617309736576657269747907746963"
                + "6b6574010873756d6d617279094974206661696c730a013ff00000000000003ff0000000000000c0"
                + "a9070103723100010a736c6f7720646f776e010362320d426c696e645265747269657303");
  }
}
