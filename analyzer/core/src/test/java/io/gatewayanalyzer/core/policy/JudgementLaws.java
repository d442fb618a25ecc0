package io.gatewayanalyzer.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.alert.Judgement;
import io.gatewayanalyzer.core.alert.Memory;
import io.gatewayanalyzer.core.alert.Policy;
import io.gatewayanalyzer.core.policy.Histories.Event;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for whatever a policy says at a moment. */
class JudgementLaws {
  private static final int TRIES = 60;

  @Property(tries = TRIES)
  void shouldNeverSayAtOnceThatItBeginsAndThatItIsOver(@ForAll("histories") List<Event> history) {
    // When
    List<Judgement> judgements = judgements(history);

    // Then
    assertThat(judgements).noneMatch(judgement -> judgement.enter() && judgement.leave());
  }

  @Property(tries = TRIES)
  void shouldBeAsCloseAsOneWhenItFiresAndOnlyThen(@ForAll("histories") List<Event> history) {
    // When
    List<Judgement> judgements = judgements(history);

    // Then
    assertThat(judgements)
        .allMatch(judgement -> judgement.closeness() >= 1 == judgement.enter())
        .allMatch(judgement -> judgement.closeness() >= 0);
  }

  @Property(tries = TRIES)
  void shouldHaveFiguresThatAreNumbersAndTextsOfOneLine(@ForAll("histories") List<Event> history) {
    // When
    List<Judgement> judgements = judgements(history);

    // Then
    assertThat(judgements)
        .allMatch(judgement -> Double.isFinite(judgement.value()))
        .allMatch(judgement -> judgement.threshold() > 0)
        .allMatch(judgement -> judgement.windowMs() > 0)
        .allMatch(judgement -> isOneLine(judgement.reading()))
        .allMatch(judgement -> isOneLine(judgement.annotations().get("summary")))
        .allMatch(judgement -> isOneLine(judgement.annotations().get("description")));
  }

  @Provide
  Arbitrary<List<Event>> histories() {
    return Histories.any();
  }

  private static List<Judgement> judgements(List<Event> history) {
    List<Judgement> judgements = new ArrayList<>();
    for (Policy policy : AlertSettings.defaults().policies().all()) {
      PolicyLine line = new PolicyLine(new Heard(policy, judgements));
      history.forEach(line::at);
      line.ends();
    }
    return judgements;
  }

  private static boolean isOneLine(String text) {
    return !text.isBlank() && text.lines().count() == 1 && !text.contains("null");
  }

  /** A policy whose judgements are kept. */
  private static final class Heard extends Loud {
    private final List<Judgement> judgements;

    Heard(Policy policy, List<Judgement> judgements) {
      super(policy);
      this.judgements = judgements;
    }

    @Override
    public List<Judgement> judge(Memory memory, long timeMs) {
      List<Judgement> all = super.judge(memory, timeMs);
      judgements.addAll(all);
      return all;
    }
  }
}
