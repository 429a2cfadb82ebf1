package io.caseclock.notify.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.DeliveryOutcome.Delivered;
import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import io.caseclock.notify.channel.DeliveryOutcome.Reason;
import io.caseclock.notify.channel.Push;
import io.caseclock.notify.channel.PushText;
import io.caseclock.notify.channel.http.HttpPoster;
import io.caseclock.notify.channel.http.Limits;
import io.caseclock.notify.channel.http.OwnVertx;
import io.caseclock.notify.channel.http.Target;
import io.caseclock.notify.message.MessageTexts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample receiver takes what the webhook really sends, once, and nothing else. */
class SampleReceiverTest {

  private static final String SECRET = "not-a-real-secret";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final byte[] BODY = "{\"id\":\"E1\"}".getBytes(UTF_8);
  private static final PushText TEXT =
      new PushText(
          new MessageTexts(ZoneId.of("Asia/Shanghai"))::say, URI.create("http://console.example"));

  @RegisterExtension static final OwnVertx VERTX = new OwnVertx();

  @TempDir Path folder;

  private final InstantSource clock = InstantSource.system();
  private SampleReceiver receiver;

  @BeforeEach
  void start() throws IOException {
    receiver = SampleReceiver.start(folder, SECRET);
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void what_is_sent_is_taken_once_however_often_it_comes() throws IOException {
    assertThat(send(SECRET, clock, "M1")).isEqualTo(new Delivered());
    assertThat(send(SECRET, clock, "M1")).isEqualTo(new Delivered());
    assertThat(send(SECRET, clock, "M2")).isEqualTo(new Delivered());

    assertThat(receiver.taken()).containsExactly("M1", "M2");
  }

  @Test
  void what_it_has_it_knows_after_a_restart_too() throws IOException {
    send(SECRET, clock, "M1");
    receiver.close();
    start();

    assertThat(send(SECRET, clock, "M1")).isEqualTo(new Delivered());
    assertThat(receiver.taken()).containsExactly("M1");
  }

  @ParameterizedTest
  @ValueSource(longs = {-310, 310, -86_400})
  void what_was_signed_at_another_time_is_refused(long seconds) throws IOException {
    InstantSource other = () -> clock.instant().plusSeconds(seconds);

    assertThat(send(SECRET, other, "M1")).isEqualTo(refused());
    assertThat(receiver.taken()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {-290, 290})
  void clocks_may_differ_by_five_minutes(long seconds) throws IOException {
    assertThat(send(SECRET, () -> clock.instant().plusSeconds(seconds), "M1"))
        .isEqualTo(new Delivered());
    assertThat(receiver.taken()).containsExactly("M1");
  }

  @Test
  void what_another_secret_signed_is_refused() throws IOException {
    assertThat(send("another-secret", clock, "M1")).isEqualTo(refused());
    assertThat(receiver.taken()).isEmpty();
  }

  @Test
  void a_signature_is_of_that_time_and_of_that_body() throws IOException, InterruptedException {
    var now = Long.toString(clock.instant().getEpochSecond());
    var later = Long.toString(clock.instant().getEpochSecond() + 1);
    var signature = Signature.of(SECRET, now, BODY);

    assertThat(post(later, signature, BODY)).isEqualTo(401);
    assertThat(post(now, signature, "{\"id\":\"E2\"}".getBytes(UTF_8))).isEqualTo(401);
    assertThat(post(now, signature.toUpperCase(Locale.ROOT), BODY)).isEqualTo(401);
    assertThat(post(now, "", BODY)).isEqualTo(401);
    assertThat(receiver.taken()).isEmpty();
    assertThat(post(now, signature, BODY)).isEqualTo(204);
    assertThat(receiver.taken()).containsExactly("E1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "-1", "1e9", "+1", "99999999999999999999", "1773374400.0"})
  void a_time_that_is_none_is_refused_though_it_is_signed(String timestamp)
      throws IOException, InterruptedException {
    assertThat(post(timestamp, Signature.of(SECRET, timestamp, BODY), BODY)).isEqualTo(401);
    assertThat(receiver.taken()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "\"E1\"", "{", "{\"id\":1}", "{}", "\\xff"})
  void what_is_no_event_is_refused_though_it_is_signed(String text)
      throws IOException, InterruptedException {
    var now = Long.toString(clock.instant().getEpochSecond());
    var body = text.getBytes(UTF_8);

    assertThat(post(now, Signature.of(SECRET, now, body), body)).isEqualTo(400);
    assertThat(receiver.taken()).isEmpty();
  }

  /** It answers before anything of the body is there. */
  @Test
  void more_than_any_event_has_is_not_read() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), receiver.url().getPort())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      var head = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 65537\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(UTF_8));

      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8)).contains(" 413 ");
    }
  }

  private static DeliveryOutcome refused() {
    return new Failed(Reason.BAD_STATUS, "401");
  }

  private DeliveryOutcome send(String secret, InstantSource time, String id) {
    var poster = new HttpPoster(VERTX.get(), new Limits(PATIENCE, PATIENCE, true));
    var channel =
        new WebhookChannel("watch", new Target(receiver.url()), secret, TEXT, poster, time);
    var at = Instant.parse("2026-03-13T04:00:00Z");
    var push = new Push(id, "grave", "breach", 3, "/messages/" + id, at);
    return channel.send(
        new Delivery(
            id + ":watch",
            "watch",
            Delivery.GROUP + "watch",
            null,
            "D0102",
            "breach",
            "grave",
            3,
            null,
            null,
            at,
            1,
            channel.body(push)));
  }

  private int post(String timestamp, String signature, byte[] body)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(receiver.url())
              .header("X-CaseClock-Timestamp", timestamp)
              .header("X-CaseClock-Signature", signature)
              .POST(BodyPublishers.ofByteArray(body));
      return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
  }
}
