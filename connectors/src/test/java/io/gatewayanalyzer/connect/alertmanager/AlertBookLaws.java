package io.gatewayanalyzer.connect.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AlertBookLaws {
  private static final long INTERVAL = 60_000;
  private static final long REPEATED = 300_000;
  private static final int CAPACITY = 1_000;

  /** The last word of the topic decides, in whatever order it is read. */
  @Property
  void orderOfArrivalDoesNotMatter(
      @ForAll("topic") List<Incident> topic, @ForAll Random random, @ForAll boolean twice) {
    // given
    List<Written> records = written(topic);
    List<Written> shuffled = new ArrayList<>(records);
    if (twice) {
      shuffled.addAll(records);
    }
    Collections.shuffle(shuffled, random);
    long now = end(topic);
    // when
    List<Posting> inOrder = book(records, now).due(now);
    List<Posting> anyhow = book(shuffled, now).due(now);
    // then
    assertThat(anyhow).isEqualTo(inOrder);
  }

  /** Whoever is told, in time, is never without an alert that fires, and its start stands. */
  @Property
  void aFiringAlertNeverExpires(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 90_000) Integer> pauses) {
    // given
    AlertBook book = new AlertBook(Duration.ofMillis(INTERVAL), Duration.ofMillis(REPEATED), 1);
    long now = Alerts.BEGAN;
    book.put(Alerts.firing("a"), Alerts.at(1), now);
    long believedUntil = now;
    // when
    for (int pause : pauses) {
      for (Posting posting : book.due(now)) {
        assertThat(posting.alert().startsAtMs()).isEqualTo(Alerts.BEGAN);
        believedUntil = posting.endsAtMs();
        book.sent(posting, now);
      }
      // then
      assertThat(believedUntil).isGreaterThan(now);
      assertThat(book.nextMs(now)).isBetween(now, now + INTERVAL);
      now += pause;
    }
  }

  /** What was told to fire is told to be over, whenever it ends. */
  @Property
  void everyEndIsTold(@ForAll @IntRange(max = 1_000_000) int later) {
    // given
    AlertBook book = new AlertBook(Duration.ofMillis(INTERVAL), Duration.ofMillis(REPEATED), 1);
    long now = Alerts.BEGAN + later;
    book.put(Alerts.firing("a"), Alerts.at(1), now);
    book.due(now);
    book.put(Alerts.resolved("a", Duration.ofMillis(1)), Alerts.at(2), now);
    // when
    List<Posting> due = book.due(now);
    // then
    assertThat(due).hasSize(1);
    assertThat(due.get(0).endsAtMs()).isLessThanOrEqualTo(Math.max(now, Alerts.BEGAN));
  }

  @Provide
  Arbitrary<List<Incident>> topic() {
    return Combinators.combine(
            Arbitraries.of("a", "b", "c"),
            Arbitraries.longs().between(1, 600_000),
            Arbitraries.of(true, false))
        .as(Incident::new)
        .list()
        .ofMaxSize(12);
  }

  private static AlertBook book(List<Written> records, long now) {
    AlertBook book =
        new AlertBook(Duration.ofMillis(INTERVAL), Duration.ofMillis(REPEATED), CAPACITY);
    records.forEach(record -> book.put(record.alert(), Alerts.at(record.offset()), now));
    return book;
  }

  /** As the line would write it: of each alert one incident after the other. */
  private static List<Written> written(List<Incident> topic) {
    List<Written> records = new ArrayList<>();
    Map<String, Long> clocks = new HashMap<>();
    for (Incident incident : topic) {
      long starts = clocks.getOrDefault(incident.id(), Alerts.BEGAN) + 1;
      long ends = starts + incident.lengthMs();
      clocks.put(incident.id(), ends);
      records.add(new Written(Alerts.alert(incident.id(), true, starts, -1), records.size()));
      if (incident.over()) {
        records.add(new Written(Alerts.alert(incident.id(), false, starts, ends), records.size()));
      }
    }
    return records;
  }

  private static long end(List<Incident> topic) {
    return Alerts.BEGAN + topic.stream().mapToLong(Incident::lengthMs).sum() + topic.size();
  }

  record Incident(String id, long lengthMs, boolean over) {}

  record Written(AlertRecord alert, long offset) {}
}
