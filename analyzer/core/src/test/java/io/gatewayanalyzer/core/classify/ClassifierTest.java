package io.gatewayanalyzer.core.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayanalyzer.core.event.Basis;
import io.gatewayanalyzer.core.event.CreditScope;
import io.gatewayanalyzer.core.event.Ended;
import io.gatewayanalyzer.core.event.ErrorCategory;
import io.gatewayanalyzer.core.event.FaultDomain;
import io.gatewayanalyzer.core.event.LimitDimension;
import io.gatewayanalyzer.core.event.LimitSource;
import io.gatewayanalyzer.core.event.Phase;
import io.gatewayanalyzer.core.event.RetryAdvice;
import io.gatewayanalyzer.core.event.Verdict;
import io.gatewayanalyzer.core.payload.ErrorFacts;
import io.gatewayanalyzer.core.payload.Headers;
import io.gatewayanalyzer.core.payload.Shape;
import org.junit.jupiter.api.Test;

class ClassifierTest {
  private final Classifier classifier = new Classifier(TestCatalogs.small());

  @Test
  void shouldBelieveTheSendersOwnCodeBeforeTheStatus() {
    // Given
    Evidences evidence = Evidences.status(429).gateway("acme").code("NO_CREDIT");

    // When
    Verdict verdict = classifier.classify(evidence.get());

    // Then
    assertThat(verdict.category()).isEqualTo(ErrorCategory.INSUFFICIENT_CREDITS);
    assertThat(verdict.rule()).isEqualTo("acme/no-credit");
    assertThat(verdict.basis()).isEqualTo(Basis.DECLARED);
    assertThat(verdict.creditScope()).isEqualTo(CreditScope.KEY);
    assertThat(verdict.faultDomain()).isEqualTo(FaultDomain.ACCOUNT);
    assertThat(verdict.retryAdvice()).isEqualTo(RetryAdvice.TOP_UP);
    assertThat(verdict.limitSource()).isNull();
    assertThat(verdict.recognized()).isTrue();
  }

  @Test
  void shouldKnowASenderByAnotherSpelling() {
    // Given
    Evidences evidence = Evidences.status(500).gateway("ACME gateway").code("model_down");

    // When
    Verdict verdict = classifier.classify(evidence.get());

    // Then
    assertThat(verdict.basis()).isEqualTo(Basis.DECLARED);
    assertThat(verdict.retryable()).isFalse();
    assertThat(verdict.retryAdvice()).isEqualTo(RetryAdvice.DO_NOT_RETRY);
  }

  @Test
  void shouldBorrowAnUncontestedWordFromAnotherSender() {
    // Given
    Evidences evidence = Evidences.status(429).gateway("nobody").code("account_dead");

    // When
    Verdict verdict = classifier.classify(evidence.get());

    // Then
    assertThat(verdict.rule()).isEqualTo("zenith/broke");
    assertThat(verdict.basis()).isEqualTo(Basis.INFERRED);
  }

  @Test
  void shouldNotBorrowAWordThatSendersDisagreeOn() {
    // Given
    Evidences evidence = Evidences.status(429).gateway("nobody").code("busy");

    // When
    Verdict verdict = classifier.classify(evidence.get());

    // Then
    assertThat(verdict.rule()).isEqualTo("status/too-many-requests");
  }

  @Test
  void shouldNotBorrowANumber() {
    // Given
    Evidences evidence = Evidences.status(500).gateway("nobody").code("1302");

    // When
    Verdict verdict = classifier.classify(evidence.get());

    // Then
    assertThat(verdict.rule()).isEqualTo("status/internal-server-error");
  }

  @Test
  void shouldNeverAnswerAnUnknownCodeWithARetry() {
    // Given
    Evidences evidence = Evidences.status(429).gateway("acme").code("wallet_frozen");

    // When
    Verdict verdict = classifier.classify(evidence.get());

    // Then
    assertThat(verdict.category()).isEqualTo(ErrorCategory.RATE_LIMITED);
    assertThat(verdict.basis()).isEqualTo(Basis.STATUS_ONLY);
    assertThat(verdict.retryable()).isFalse();
    assertThat(verdict.retryAdvice()).isEqualTo(RetryAdvice.DO_NOT_RETRY);
    assertThat(verdict.recognized()).isFalse();
  }

  @Test
  void shouldHoldBackWhenOnlyACatchAllWordSpeaksForAnUnknownCode() {
    // Given
    Evidences evidence =
        Evidences.status(429).gateway("acme").type("upstream_error").code("wallet_frozen");

    // When
    Verdict verdict = classifier.classify(evidence.get());

    // Then
    assertThat(verdict.rule()).isEqualTo("acme/upstream");
    assertThat(verdict.retryable()).isFalse();
    assertThat(verdict.recognized()).isFalse();
  }

  @Test
  void shouldLetAPhraseRefineACatchAllWord() {
    // Given
    Evidences evidence =
        Evidences.status(400)
            .gateway("acme")
            .type("upstream_error")
            .message("Prompt is\n too LONG: 9 tokens");

    // When
    Verdict verdict = classifier.classify(evidence.get());

    // Then
    assertThat(verdict.category()).isEqualTo(ErrorCategory.CONTEXT_LENGTH_EXCEEDED);
    assertThat(verdict.basis()).isEqualTo(Basis.INFERRED);
  }

  @Test
  void shouldLookIntoTheWrappedErrorWhenTheOuterOneIsACatchAll() {
    // Given
    Evidences inner = Evidences.status(0).type("bad_input").message("Window of 8,192 tokens");
    Evidences evidence =
        Evidences.status(502)
            .gateway("acme")
            .provider("zenith")
            .type("upstream_error")
            .wrapping(inner);

    // When
    Verdict verdict = classifier.classify(evidence.get());

    // Then
    assertThat(verdict.rule()).isEqualTo("zenith/window");
    assertThat(verdict.basis()).isEqualTo(Basis.DECLARED);
  }

  @Test
  void shouldBelieveTheWrappedStatusBeforeTheOuterOne() {
    // Given
    Evidences inner = Evidences.status(0).declaredStatus(429).message("no");
    Evidences evidence = Evidences.status(502).gateway("acme").wrapping(inner);

    // When
    Verdict verdict = classifier.classify(evidence.get());

    // Then
    assertThat(verdict.category()).isEqualTo(ErrorCategory.RATE_LIMITED);
    assertThat(verdict.limitSource()).isEqualTo(LimitSource.PROVIDER);
  }

  @Test
  void shouldCallTheWrappedProvidersEmptyAccountTheProviderAccount() {
    // Given
    Evidences inner = Evidences.status(0).code("account_dead");
    Evidences evidence = Evidences.status(502).gateway("acme").provider("zenith").wrapping(inner);

    // When
    Verdict verdict = classifier.classify(evidence.get());

    // Then
    assertThat(verdict.creditScope()).isEqualTo(CreditScope.PROVIDER_ACCOUNT);
  }

  @Test
  void shouldReadTheStatusThatAnOkayBodyDeclares() {
    // Given
    Evidences evidence = Evidences.status(200).declaredStatus(503).message("no");

    // When
    Verdict verdict = classifier.classify(evidence.get());

    // Then
    assertThat(verdict.category()).isEqualTo(ErrorCategory.PROVIDER_UNAVAILABLE);
    assertThat(verdict.basis()).isEqualTo(Basis.STATUS_ONLY);
    assertThat(verdict.recognized()).isFalse();
  }

  @Test
  void shouldUseTheSendersOwnMeaningOfAStatus() {
    // Given
    Evidence evidence = Evidences.status(418).gateway("acme").get();

    // When
    Verdict verdict = classifier.classify(evidence);

    // Then
    assertThat(verdict.rule()).isEqualTo("acme/teapot");
    assertThat(verdict.basis()).isEqualTo(Basis.STATUS_ONLY);
  }

  @Test
  void shouldAskForAHeader() {
    // Given
    Evidences evidence = Evidences.status(500).gateway("acme").header("server", "Acme-Box/2");

    // When
    Verdict verdict = classifier.classify(evidence.get());

    // Then
    assertThat(verdict.rule()).isEqualTo("acme/behind-box");
  }

  @Test
  void shouldLetThePayloadsOwnWordOnRetryingBeatTheRule() {
    // Given
    Evidences evidence = Evidences.status(500).gateway("acme").code("model_down").retryable(true);

    // When
    Verdict verdict = classifier.classify(evidence.get());

    // Then
    assertThat(verdict.retryable()).isTrue();
    assertThat(verdict.retryAdvice()).isEqualTo(RetryAdvice.BACKOFF);
  }

  @Test
  void shouldCallAnInFlightBudgetAWait() {
    // Given
    Evidences evidence =
        Evidences.status(402).gateway("acme").limitSource("in_flight").waitMs(2_000);

    // When
    Verdict verdict = classifier.classify(evidence.get());

    // Then
    assertThat(verdict.category()).isEqualTo(ErrorCategory.RATE_LIMITED);
    assertThat(verdict.limitDimension()).isEqualTo(LimitDimension.SPEND);
    assertThat(verdict.creditScope()).isEqualTo(CreditScope.IN_FLIGHT);
    assertThat(verdict.retryAdvice()).isEqualTo(RetryAdvice.WAIT);
    assertThat(verdict.advisedWaitMs()).isEqualTo(2_000);
  }

  @Test
  void shouldBlameTheProviderForItsSharedPool() {
    // Given
    Evidences evidence =
        Evidences.status(429)
            .gateway("acme")
            .code("too_slow_pool")
            .limitSource("upstream_provider_shared_pool");

    // When
    Verdict verdict = classifier.classify(evidence.get());

    // Then
    assertThat(verdict.faultDomain()).isEqualTo(FaultDomain.PROVIDER);
    assertThat(verdict.limitSource()).isEqualTo(LimitSource.PROVIDER);
  }

  @Test
  void shouldReadWhatALimitCountsFromItsProse() {
    // Given
    Evidences evidence =
        Evidences.status(429).gateway("acme").code("too_fast").message("Limit 60 RPM reached");

    // When
    Verdict verdict = classifier.classify(evidence.get());

    // Then
    assertThat(verdict.limitSource()).isEqualTo(LimitSource.GATEWAY);
    assertThat(verdict.limitDimension()).isEqualTo(LimitDimension.REQUESTS);
    assertThat(verdict.faultDomain()).isEqualTo(FaultDomain.ACCOUNT);
  }

  @Test
  void shouldTellTheWaysAStreamIsCut() {
    // Given
    Evidences left = Evidences.status(200).shape(Shape.EMPTY);
    Evidences timedOut = Evidences.status(200).shape(Shape.EMPTY);
    Evidences cut = Evidences.status(200).shape(Shape.EMPTY);
    left.phase(Phase.TRUNCATED, Ended.CLIENT_CLOSED);
    timedOut.phase(Phase.TRUNCATED, Ended.TIMEOUT);
    cut.phase(Phase.TRUNCATED, Ended.UPSTREAM_CLOSED);

    // When
    Verdict verdict = classifier.classify(cut.get());

    // Then
    assertThat(verdict.category()).isEqualTo(ErrorCategory.STREAM_INTERRUPTED);
    assertThat(verdict.recognized()).isTrue();
    assertThat(classifier.classify(left.get()).category()).isEqualTo(ErrorCategory.CANCELLED);
    assertThat(classifier.classify(timedOut.get()).category()).isEqualTo(ErrorCategory.TIMEOUT);
  }

  @Test
  void shouldCallAFilteredFinishAFilter() {
    // Given
    Evidences evidence = Evidences.status(200).shape(Shape.FINISH_REASON).names("SAFETY");

    // When
    Verdict verdict = classifier.classify(evidence.get());

    // Then
    assertThat(verdict.category()).isEqualTo(ErrorCategory.CONTENT_FILTERED);
  }

  @Test
  void shouldAnswerEvenWhenNothingIsKnown() {
    // Given
    Evidence evidence =
        new Evidence(
            null, null, null, 0, Phase.IN_BODY, Ended.UNKNOWN, Headers.NONE, ErrorFacts.EMPTY, 0);

    // When
    Verdict verdict = classifier.classify(evidence);

    // Then
    assertThat(verdict.category()).isEqualTo(ErrorCategory.UNKNOWN);
    assertThat(verdict.retryable()).isFalse();
    assertThat(verdict.fingerprint()).matches("[0-9a-f]{16}");
  }
}
