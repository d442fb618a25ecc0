package io.gatewayanalyzer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunTotalsTest {
  @Test
  void shouldLeaveOutWhatSeldomHappensUntilItDoes() {
    // given
    RunTotals quiet = new RunTotals(1_200, 0, 1_195, 300, 900, 5, 0, 0, 0);
    RunTotals lossy = new RunTotals(1_200, 77, 1_195, 300, 900, 5, 2, 0, 1);

    // when / then
    assertThat(quiet.brief())
        .isEqualTo("read 1,200, attempts 1,195, errors 300, operations 900, unknown 5");
    assertThat(lossy.brief())
        .isEqualTo(
            "read 1,200, chunks 77, attempts 1,195, errors 300, operations 900, unknown 5,"
                + " late 2, streams without request 1");
  }

  @Test
  void shouldSayAtTheEndThatThereWasNone() {
    // given
    RunTotals quiet = new RunTotals(1, 0, 1, 0, 1, 0, 0, 0, 0);

    // when
    String line = quiet.full();

    // then
    assertThat(line)
        .isEqualTo(
            "read 1, chunks 0, attempts 1, errors 0, operations 1, unknown 0, late 0, repeated 0,"
                + " streams without request 0");
  }
}
