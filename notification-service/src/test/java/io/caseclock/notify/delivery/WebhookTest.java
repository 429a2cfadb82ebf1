package io.caseclock.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.caseclock.directory.Directory;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.Office;
import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.DeliveryOutcome.Delivered;
import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import io.caseclock.notify.channel.Outgoing;
import io.caseclock.notify.channel.Receiver;
import io.caseclock.notify.channel.http.HttpPoster;
import io.caseclock.notify.channel.http.Limits;
import io.caseclock.notify.channel.webhook.Signature;
import io.caseclock.notify.channel.webhook.WebhookBody;
import io.caseclock.notify.channel.webhook.WebhookChannel;
import io.caseclock.notify.delivery.jdbc.JdbcCircuits;
import io.caseclock.notify.delivery.jdbc.JdbcDeliveries;
import io.caseclock.notify.delivery.jdbc.JdbcOutgoingQueue;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.wire.Json;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class WebhookTest {

  private static final String SECRET = "not-a-real-secret";
  private static final WebhookBody BODIES = new WebhookBody(URI.create("http://console.example"));
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Instant START = Instant.parse("2026-03-13T04:00:00Z");

  @Inject Office office;
  @Inject Sql sql;
  @Inject Directory directory;

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final AtomicInteger status = new AtomicInteger(204);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private Instant now = START;
  private HttpServer server;
  private Receiver receiver;

  WebhookTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver =
        new Receiver(
            "watch",
            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook"),
            SECRET,
            Set.of("D01"));
  }

  private record Received(String timestamp, String signature, byte[] body) {}

  @BeforeEach
  void open() {
    office.open();
    server.createContext("/hook", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    threads.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    received.add(
        new Received(
            String.valueOf(headers.getFirst("X-CaseClock-Timestamp")),
            String.valueOf(headers.getFirst("X-CaseClock-Signature")),
            exchange.getRequestBody().readAllBytes()));
    exchange.getResponseHeaders().add("Location", "/hook");
    exchange.sendResponseHeaders(status.get(), -1);
    exchange.close();
  }

  @Test
  void a_delivery_is_signed_and_holds_only_identifiers() throws Exception {
    queue("E1", "D0102");

    assertThat(sendDue()).containsExactly(new Delivered());

    var got = received.getFirst();
    assertThat(got.signature()).isEqualTo(Signature.of(SECRET, got.timestamp(), got.body()));
    assertThat(got.signature()).isNotEqualTo(Signature.of("other", got.timestamp(), got.body()));
    assertThat(got.timestamp()).isEqualTo(Long.toString(START.getEpochSecond()));
    var event = Json.object(got.body());
    assertThat(event).containsEntry("id", "E1").containsEntry("specversion", "1.0");
    assertThat(new String(got.body(), StandardCharsets.UTF_8))
        .contains("\"link\":\"http://console.example/notices/N1\"")
        .doesNotContain("虚构");
    assertThat(log("delivered_at is not null and next_attempt_at is null")).isEqualTo("1");
  }

  @Test
  void a_unit_outside_the_receivers_subtree_is_not_sent() {
    queueFor(new Receiver("watch", receiver.url(), SECRET, Set.of("D0103")), "E1", "D0102");

    assertThat(log("true")).isEqualTo("0");
  }

  @Test
  void a_refusal_is_tried_again_later_and_given_up_in_the_end() throws Exception {
    status.set(500);
    queue("E1", "D0102");

    assertThat(sendDue()).containsExactly(new Failed(DeliveryOutcome.Reason.BAD_STATUS, "500"));
    assertThat(sendDue()).isEmpty();
    now = START.plusSeconds(5);
    assertThat(sendDue()).hasSize(1);
    now = START.plusSeconds(14);
    assertThat(sendDue()).isEmpty();
    now = START.plusSeconds(15);
    assertThat(sendDue()).hasSize(1);

    assertThat(log("given_up_at is not null and attempts = 3")).isEqualTo("1");
    now = START.plus(Duration.ofDays(1));
    assertThat(sendDue()).isEmpty();
  }

  @Test
  void a_redirect_is_not_followed() throws Exception {
    status.set(302);
    queue("E1", "D0102");

    assertThat(sendDue()).containsExactly(new Failed(DeliveryOutcome.Reason.BAD_STATUS, "302"));
    assertThat(received).hasSize(1);
  }

  @Test
  void a_receiver_that_is_away_is_tried_again() throws Exception {
    server.stop(0);
    queue("E1", "D0102");

    assertThat(sendDue())
        .singleElement()
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo(DeliveryOutcome.Reason.UNREACHABLE));
    assertThat(log("next_attempt_at is not null")).isEqualTo("1");
  }

  @Test
  void two_replicas_send_everything_once() throws Exception {
    for (var n = 0; n < 60; n++) {
      queue("E" + n, "D0102");
    }
    Callable<Integer> replica =
        () -> {
          var sent = 0;
          List<DeliveryOutcome> batch;
          while (!(batch = sender().run(queue(7))).isEmpty()) {
            sent += batch.size();
          }
          return sent;
        };

    var sent = new ArrayList<Integer>();
    try (var replicas = Executors.newFixedThreadPool(2)) {
      for (var done : replicas.invokeAll(List.of(replica, replica))) {
        sent.add(done.get());
      }
    }

    assertThat(sent.stream().mapToInt(Integer::intValue).sum()).isEqualTo(60);
    var ids = new HashSet<Object>();
    received.forEach(got -> ids.add(String.valueOf(Json.object(got.body()).get("id"))));
    assertThat(received).hasSize(60);
    assertThat(ids).hasSize(60);
  }

  @Test
  void a_replica_that_died_leaves_its_claim_to_be_sent_after_the_lease() throws Exception {
    queue("E1", "D0102");
    new JdbcDeliveries(sql).claim(queue(10), now);

    assertThat(sendDue()).isEmpty();
    now = now.plus(LEASE);
    assertThat(sendDue()).containsExactly(new Delivered());
  }

  private void queue(String id, String unit) {
    queueFor(receiver, id, unit);
  }

  private void queueFor(Receiver to, String id, String unit) {
    new JdbcOutgoingQueue(sql, List.of(to), directory, BODIES::of)
        .queue(
            new Outgoing(
                id,
                "breach",
                unit,
                "A1",
                "case/A1",
                "D1",
                "N1",
                "serious",
                "breach",
                "/notices/N1",
                START));
  }

  private List<DeliveryOutcome> sendDue() throws InterruptedException {
    return sender().run(queue(10));
  }

  private SendDue sender() {
    var deliveries = new JdbcDeliveries(sql);
    var notes =
        new RecordAttempt(
            deliveries,
            new JdbcCircuits(sql),
            (ids, reason, at) -> Set.of(),
            new RetryPolicy(Duration.ofSeconds(5), Duration.ofSeconds(60), 3, Duration.ofDays(7)),
            new Circuit.Policy(5, Duration.ofMinutes(1), Duration.ofMinutes(30)),
            () -> 0);
    return new SendDue(deliveries, notes::note, () -> now, threads);
  }

  private ChannelQueue queue(int batch) {
    var post = new HttpPoster(new Limits(Duration.ofSeconds(1), Duration.ofSeconds(5), true));
    var channel = new WebhookChannel(receiver, BODIES, post, () -> now);
    return new ChannelQueue(channel, batch, LEASE, OptionalInt.empty());
  }

  private String log(String where) {
    return office.text("select count(*)::text from delivery where " + where);
  }
}
