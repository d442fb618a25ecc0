package io.gatewayanalyzer.connect.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.gatewayanalyzer.connect.alertmanager.FakeAlertmanager.Post;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class DeliveryTest {
  private final Heard heard = new Heard();

  @Test
  void shouldPostWhatApiVersion2Wants() throws Exception {
    try (FakeAlertmanager alertmanager = FakeAlertmanager.healthy();
        Delivery delivery = delivery(Auth.NONE, alertmanager.uri())) {
      // given
      AlertRecord alert = Alerts.alert("acme", false, Alerts.BEGAN, System.currentTimeMillis());
      // when
      tell(delivery, alert);
      // then
      Post post = alertmanager.next();
      assertThat(post.request()).isEqualTo("POST /api/v2/alerts");
      assertThat(post.contentType()).isEqualTo("application/json");
      assertThat(post.authorization()).isNull();
      assertThat(post.body())
          .startsWith(
              "[{\"labels\":{\"alertname\":\"CreditExhausted\",\"severity\":\"page\","
                  + "\"tenant\":\"acme\"},\"annotations\":{\"summary\":\"the account of acme is"
                  + " empty\"},\"startsAt\":\"2026-11-01T12:00:00Z\",\"endsAt\":\"")
          .endsWith("\"}]");
    }
  }

  @Test
  void shouldTellEveryAlertmanagerAgainAndAgain() throws Exception {
    try (FakeAlertmanager one = FakeAlertmanager.healthy();
        FakeAlertmanager two = FakeAlertmanager.healthy();
        Delivery delivery = delivery(Auth.NONE, one.uri(), URI.create(two.uri() + "/"))) {
      // when
      tell(delivery, Alerts.firing("acme"));
      // then
      for (FakeAlertmanager each : List.of(one, two, one, two)) {
        assertThat(each.next().tells("acme")).isTrue();
      }
    }
  }

  @Test
  void shouldPostNothingWhileTheTopicIsRead() throws Exception {
    try (FakeAlertmanager alertmanager = FakeAlertmanager.healthy();
        Delivery delivery = delivery(Auth.NONE, alertmanager.uri())) {
      // given
      delivery.put(Alerts.firing("acme"), Alerts.at(1));
      delivery.put(Alerts.firing("umbrella"), Alerts.at(2));
      delivery.put(Alerts.resolved("acme", Duration.ofMinutes(1)), Alerts.at(3));
      // when
      delivery.release();
      // then
      Post first = alertmanager.next();
      assertThat(first.tells("umbrella")).isTrue();
      assertThat(first.tells("acme")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {503, 500, 429, FakeAlertmanager.HANGS, FakeAlertmanager.HANGS_AFTER_ITS_HEAD})
  void shouldTryAgainUntilItIsTaken(int trouble) throws Exception {
    AtomicInteger requests = new AtomicInteger();
    try (FakeAlertmanager alertmanager =
            new FakeAlertmanager(post -> requests.incrementAndGet() <= 2 ? trouble : 200);
        Delivery delivery = slow(alertmanager.uri())) {
      // when
      tell(delivery, Alerts.firing("acme"));
      // then
      for (int i = 0; i < 3; i++) {
        assertThat(alertmanager.next().tells("acme")).isTrue();
      }
      Eventually.until(() -> delivery.counts().posted().sum() == 1);
      assertThat(delivery.counts().failed().sum()).isEqualTo(2);
      assertThat(heard.lines())
          .hasSize(2)
          .first()
          .asString()
          .startsWith("Alertmanager " + alertmanager.uri() + " is unreachable: ");
      assertThat(heard.lines().get(1))
          .isEqualTo("Alertmanager " + alertmanager.uri() + " takes alerts again");
      assertThat(heard.refusals()).isEmpty();
    }
  }

  @Test
  void shouldNotLetADeadOneHoldUpTheOthers() throws Exception {
    try (FakeAlertmanager hangs = new FakeAlertmanager(post -> FakeAlertmanager.HANGS);
        FakeAlertmanager well = FakeAlertmanager.healthy();
        Delivery delivery = delivery(Auth.NONE, hangs.uri(), nobody(), well.uri())) {
      // when
      tell(delivery, Alerts.firing("acme"));
      // then
      assertThat(well.next().tells("acme")).isTrue();
      Eventually.until(() -> delivery.counts().failed().sum() > 1);
    }
  }

  @Test
  void shouldFindTheOneThatIsRefusedAndDeliverTheRest() throws Exception {
    try (FakeAlertmanager alertmanager =
            new FakeAlertmanager(post -> post.tells("bad") ? 400 : 200);
        Delivery delivery = slow(alertmanager.uri())) {
      // given
      for (int i = 0; i < 7; i++) {
        delivery.put(Alerts.firing("good-" + i), Alerts.at(i));
      }
      delivery.put(Alerts.firing("bad"), Alerts.at(7));
      // when
      delivery.release();
      // then
      Refusal refusal = heard.refusals().poll(20, TimeUnit.SECONDS);
      assertThat(refusal.posting().alert().alertId()).isEqualTo("bad");
      assertThat(refusal.posting().origin()).isEqualTo(Alerts.at(7));
      assertThat(refusal.reason()).isEqualTo("status 400");
      Eventually.until(() -> delivery.counts().posted().sum() == 7);
      assertThat(delivery.counts().refused().sum()).isEqualTo(1);
      assertThat(heard.refusals()).isEmpty();
    }
  }

  @Test
  void shouldComplainOnceWhereWeAreNotLetInAndRecoverWithTheRepetition() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    try (FakeAlertmanager alertmanager =
            new FakeAlertmanager(post -> requests.incrementAndGet() <= 3 ? 401 : 200);
        Delivery delivery = delivery(Auth.NONE, alertmanager.uri())) {
      // when
      tell(delivery, Alerts.firing("acme"));
      // then
      Eventually.until(() -> delivery.counts().posted().sum() > 0);
      assertThat(heard.refusals()).extracting(Refusal::reason).containsExactly("status 401");
      assertThat(delivery.counts().failed().sum()).isZero();
    }
  }

  @Test
  void shouldSayWhoWeAre() throws Exception {
    try (FakeAlertmanager one = FakeAlertmanager.healthy();
        FakeAlertmanager two = FakeAlertmanager.healthy();
        Delivery basic = delivery(Auth.basic("sender", "example-only"), one.uri());
        Delivery bearer = delivery(Auth.bearer("example-only"), two.uri())) {
      // when
      tell(basic, Alerts.firing("acme"));
      tell(bearer, Alerts.firing("acme"));
      // then
      assertThat(one.next().authorization()).isEqualTo("Basic c2VuZGVyOmV4YW1wbGUtb25seQ==");
      assertThat(two.next().authorization()).isEqualTo("Bearer example-only");
    }
  }

  @Test
  void shouldSplitWhatIsTooMuchForOneRequest() throws Exception {
    try (FakeAlertmanager alertmanager = FakeAlertmanager.healthy();
        Delivery delivery = slow(alertmanager.uri())) {
      // given
      for (int i = 0; i < 250; i++) {
        delivery.put(Alerts.firing("tenant-" + i), Alerts.at(i));
      }
      // when
      delivery.release();
      // then
      List<Integer> sizes = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        sizes.add(alertmanager.next().body().split("startsAt", -1).length - 1);
      }
      assertThat(sizes).containsExactly(100, 100, 50);
    }
  }

  private Delivery delivery(Auth auth, URI... targets) {
    return delivery(auth, Duration.ofMillis(50), targets);
  }

  /** One that repeats nothing while the test lasts. */
  private Delivery slow(URI... targets) {
    return delivery(Auth.NONE, Duration.ofHours(1), targets);
  }

  private Delivery delivery(Auth auth, Duration interval, URI... targets) {
    DeliverySettings settings =
        new DeliverySettings(
            List.of(targets),
            interval,
            Duration.ofMinutes(5),
            Duration.ofMillis(300),
            new BackOff(Duration.ofMillis(5), Duration.ofMillis(20)),
            auth,
            null);
    return new Delivery(settings, heard);
  }

  private static void tell(Delivery delivery, AlertRecord alert) {
    delivery.put(alert, Alerts.at(1));
    delivery.release();
  }

  /** An address that nobody listens at. */
  private static URI nobody() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    int port = server.getAddress().getPort();
    server.stop(0);
    return URI.create("http://localhost:" + port);
  }
}
