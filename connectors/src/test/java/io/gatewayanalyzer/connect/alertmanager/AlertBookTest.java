package io.gatewayanalyzer.connect.alertmanager;

import static io.gatewayanalyzer.connect.alertmanager.Alerts.BEGAN;
import static io.gatewayanalyzer.connect.alertmanager.Alerts.at;
import static io.gatewayanalyzer.connect.alertmanager.Alerts.firing;
import static io.gatewayanalyzer.connect.alertmanager.Alerts.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertBookTest {
  private static final long MINUTE = 60_000;

  private final AlertBook book = new AlertBook(Duration.ofMinutes(1), Duration.ofMinutes(5), 3);

  @Test
  void shouldPostAFiringAlertAtOnceAndHaveItBelievedForFourIntervals() {
    // given
    book.put(firing("a"), at(1), BEGAN + 7);
    // when
    List<Posting> due = book.due(BEGAN + 7);
    // then
    assertThat(due).containsExactly(new Posting(firing("a"), at(1), BEGAN + 7 + 4 * MINUTE));
  }

  @Test
  void shouldRepeatWhatFiresOnceAnInterval() {
    // given
    book.put(firing("a"), at(1), BEGAN);
    post(BEGAN);
    // when
    List<Posting> early = book.due(BEGAN + MINUTE - 1);
    List<Posting> due = book.due(BEGAN + MINUTE);
    // then
    assertThat(early).isEmpty();
    assertThat(due).singleElement().extracting(Posting::endsAtMs).isEqualTo(BEGAN + 5 * MINUTE);
    assertThat(book.nextMs(BEGAN)).isEqualTo(BEGAN + MINUTE);
  }

  @Test
  void shouldRepeatEverythingTogether() {
    // given
    book.put(firing("a"), at(1), BEGAN);
    post(BEGAN);
    book.put(firing("b"), at(2), BEGAN + MINUTE / 2);
    post(BEGAN + MINUTE / 2);
    // when
    List<Posting> due = book.due(BEGAN + MINUTE);
    // then
    assertThat(due).extracting(posting -> posting.alert().alertId()).containsExactly("a", "b");
  }

  @Test
  void shouldAskForThePostingAgainUntilItIsTaken() {
    // given
    book.put(firing("a"), at(1), BEGAN);
    book.due(BEGAN);
    // when
    List<Posting> again = book.due(BEGAN + 1);
    // then
    assertThat(again).hasSize(1);
    assertThat(book.nextMs(BEGAN + 1)).isEqualTo(BEGAN + 1);
  }

  @Test
  void shouldRepeatTheEndForFiveMinutesAfterItIsKnown() {
    // given
    book.put(firing("a"), at(1), BEGAN);
    post(BEGAN);
    long known = BEGAN + 30 * MINUTE;
    book.put(resolved("a", Duration.ofMinutes(9)), at(2), known);
    // when
    List<Posting> first = post(known);
    List<Posting> last = post(known + 5 * MINUTE - 1);
    List<Posting> over = post(known + 5 * MINUTE);
    // then
    assertThat(first).singleElement().extracting(Posting::endsAtMs).isEqualTo(BEGAN + 9 * MINUTE);
    assertThat(last).hasSize(1);
    assertThat(over).isEmpty();
    assertThat(book.nextMs(known + 5 * MINUTE)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void shouldNotTellOfWhatWasOverLongBeforeWeCame() {
    // given
    book.put(firing("a"), at(1), BEGAN + 60 * MINUTE);
    book.put(resolved("a", Duration.ofMinutes(9)), at(2), BEGAN + 60 * MINUTE);
    // when
    List<Posting> due = book.due(BEGAN + 60 * MINUTE);
    // then
    assertThat(due).isEmpty();
  }

  @Test
  void shouldTellTheEndThatFellIntoOurOwnRestart() {
    // given
    book.put(resolved("a", Duration.ofMinutes(9)), at(2), BEGAN + 10 * MINUTE);
    // when
    List<Posting> due = book.due(BEGAN + 10 * MINUTE);
    // then
    assertThat(due).singleElement().extracting(Posting::endsAtMs).isEqualTo(BEGAN + 9 * MINUTE);
  }

  @Test
  void shouldNeverSayThatAnAlertEndsBeforeItBegan() {
    // given
    book.put(firing("a"), at(1), BEGAN - 60 * MINUTE);
    book.put(resolved("b", Duration.ofMinutes(-1)), at(1), BEGAN);
    // when
    List<Posting> due = book.due(BEGAN - 60 * MINUTE);
    // then
    assertThat(due)
        .allSatisfy(
            posting ->
                assertThat(posting.endsAtMs())
                    .isGreaterThanOrEqualTo(posting.alert().startsAtMs()));
  }

  @Test
  void shouldNotLetAnOldRecordOverwriteANewerOne() {
    // given
    AlertRecord second = Alerts.alert("a", true, BEGAN + MINUTE, -1);
    book.put(second, at(7), BEGAN + 2 * MINUTE);
    book.put(resolved("a", Duration.ofSeconds(30)), at(9), BEGAN + 2 * MINUTE);
    // when
    List<Posting> due = book.due(BEGAN + 2 * MINUTE);
    // then
    assertThat(due).extracting(Posting::alert).containsExactly(second);
  }

  @Test
  void shouldBeginAgainWithTheNextIncident() {
    // given
    book.put(firing("a"), at(1), BEGAN);
    book.put(resolved("a", Duration.ofMinutes(1)), at(2), BEGAN + MINUTE);
    AlertRecord next = Alerts.alert("a", true, BEGAN + 2 * MINUTE, -1);
    book.put(next, at(3), BEGAN + 2 * MINUTE);
    // when
    List<Posting> due = book.due(BEGAN + 2 * MINUTE);
    // then
    assertThat(due).extracting(Posting::alert).containsExactly(next);
  }

  @Test
  void shouldForgetWhatIsDeleted() {
    // given
    book.put(firing("a"), at(1), BEGAN);
    book.forget("a");
    // when
    List<Posting> due = book.due(BEGAN);
    // then
    assertThat(due).isEmpty();
    assertThat(book.size()).isZero();
  }

  @Test
  void shouldForgetThePartitionsOfOthers() {
    // given
    book.put(firing("a"), new Origin(Alerts.TOPIC, 0, 4), BEGAN);
    book.put(firing("b"), new Origin(Alerts.TOPIC, 1, 4), BEGAN);
    book.forgetPartition(Alerts.TOPIC, 0);
    // when
    List<Posting> due = book.due(BEGAN);
    // then
    assertThat(due).extracting(posting -> posting.alert().alertId()).containsExactly("b");
  }

  @Test
  void shouldNotRepeatWhatIsRefusedUntilItChanges() {
    // given
    book.put(firing("a"), at(1), BEGAN);
    Posting refused = book.due(BEGAN).get(0);
    boolean first = book.refused(refused);
    boolean second = book.refused(refused);
    List<Posting> silent = book.due(BEGAN + MINUTE);
    book.put(resolved("a", Duration.ofMinutes(2)), at(2), BEGAN + 2 * MINUTE);
    // when
    List<Posting> due = book.due(BEGAN + 2 * MINUTE);
    // then
    assertThat(first).isTrue();
    assertThat(second).isFalse();
    assertThat(silent).isEmpty();
    assertThat(due).hasSize(1);
  }

  @Test
  void shouldTryAgainWithTheNextRepetitionWhereWeAreNotLetIn() {
    // given
    book.put(firing("a"), at(1), BEGAN);
    boolean first = book.denied(book.due(BEGAN).get(0), BEGAN);
    List<Posting> early = book.due(BEGAN + MINUTE - 1);
    List<Posting> again = book.due(BEGAN + MINUTE);
    // when
    boolean second = book.denied(again.get(0), BEGAN + MINUTE);
    // then
    assertThat(first).isTrue();
    assertThat(second).isFalse();
    assertThat(early).isEmpty();
  }

  @Test
  void shouldGiveTheRoomOfResolvedAlertsToNewOnesAndNoMore() {
    // given
    book.put(firing("a"), at(1), BEGAN);
    book.put(resolved("b", Duration.ZERO), at(2), BEGAN);
    book.put(firing("c"), at(3), BEGAN);
    boolean instead = book.put(firing("d"), at(4), BEGAN);
    // when
    boolean tooMany = book.put(firing("e"), at(5), BEGAN);
    // then
    assertThat(instead).isTrue();
    assertThat(tooMany).isFalse();
    assertThat(book.size()).isEqualTo(3);
    assertThat(book.firing()).isEqualTo(3);
  }

  @Test
  void shouldTellPagesFirst() {
    // given
    AlertRecord ticket =
        new AlertRecord(
            "t",
            true,
            new java.util.TreeMap<>(java.util.Map.of("severity", "ticket")),
            new java.util.TreeMap<>(),
            BEGAN - MINUTE,
            -1);
    book.put(ticket, at(1), BEGAN);
    book.put(firing("p"), at(2), BEGAN);
    // when
    List<Posting> due = book.due(BEGAN);
    // then
    assertThat(due).extracting(posting -> posting.alert().alertId()).containsExactly("p", "t");
  }

  private List<Posting> post(long nowMs) {
    List<Posting> due = book.due(nowMs);
    due.forEach(posting -> book.sent(posting, nowMs));
    return due;
  }
}
