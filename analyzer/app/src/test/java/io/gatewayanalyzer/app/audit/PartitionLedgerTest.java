package io.gatewayanalyzer.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartitionLedgerTest {

  @Test
  void shouldTellWhatWaitsForItsStreamFromWhatIsMissing() {
    // Given
    PartitionLedger ledger = new PartitionLedger(10);
    for (long offset = 10; offset < 15; offset++) {
      ledger.record(offset);
    }
    ledger.answer(10);
    ledger.answer(11);
    ledger.held(9);
    ledger.held(11);
    ledger.held(12);

    // When
    List<Long> missing = new ArrayList<>();
    ledger.missing(14, missing::add);

    // Then
    assertThat(missing).containsExactly(13L);
    assertThat(ledger.pending(14)).isEqualTo(2);
  }
}
