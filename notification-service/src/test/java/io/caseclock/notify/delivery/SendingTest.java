package io.caseclock.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.Office;
import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.DeliveryOutcome.Delivered;
import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import io.caseclock.notify.channel.DeliveryOutcome.Reason;
import io.caseclock.notify.channel.DeliveryOutcome.Undeliverable;
import io.caseclock.notify.channel.Push;
import io.caseclock.notify.delivery.Circuit.State;
import io.caseclock.notify.delivery.jdbc.JdbcCircuits;
import io.caseclock.notify.delivery.jdbc.JdbcDeliveryQueue;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.time.Backoff;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class SendingTest {

  private static final Instant START = Instant.parse("2026-03-13T04:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Failed REFUSED = new Failed(Reason.UNREACHABLE, "no connection");
  private static final Failed SILENT = new Failed(Reason.TIMEOUT, "no answer in time");

  @Inject Office office;
  @Inject Sql sql;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final List<String> offered = new ArrayList<>();
  private Instant now = START;
  private Function<Delivery, DeliveryOutcome> otherEnd = delivery -> new Delivered();
  private Set<String> movable = Set.of();
  private DeliveryQueue queue;
  private Circuits circuits;

  @BeforeEach
  void open() {
    office.open();
    queue = new JdbcDeliveryQueue(sql);
    circuits = new JdbcCircuits(sql);
  }

  @AfterEach
  void close() {
    threads.close();
  }

  private final class Scripted implements Channel {

    private final String id;

    Scripted(String id) {
      this.id = id;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public byte[] body(Push push) {
      return push.id().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public DeliveryOutcome send(Delivery delivery) {
      sent.add(delivery.id());
      return otherEnd.apply(delivery);
    }
  }

  @Test
  void five_failures_in_a_row_leave_the_channel_alone_and_a_probe_brings_it_back()
      throws Exception {
    otherEnd = delivery -> REFUSED;
    queue("mail", 8);
    send("mail", 4);
    assertThat(circuit("mail").state()).isEqualTo(State.CLOSED);
    send("mail", 1);
    assertThat(circuit("mail").state()).isEqualTo(State.OPEN);
    assertThat(sent).hasSize(5);

    now = START.plus(Duration.ofMinutes(1)).minusMillis(1);
    assertThat(send("mail", 50)).isEmpty();
    now = START.plus(Duration.ofMinutes(1));
    assertThat(send("mail", 50)).containsExactly(REFUSED);
    assertThat(circuit("mail").probeAt()).isEqualTo(now.plus(Duration.ofMinutes(2)));

    now = now.plus(Duration.ofMinutes(2));
    otherEnd = delivery -> new Delivered();
    assertThat(send("mail", 50)).containsExactly(new Delivered());
    assertThat(circuit("mail").state()).isEqualTo(State.CLOSED);
    assertThat(send("mail", 50)).hasSize(7);
    assertThat(count("delivered_at is not null")).isEqualTo(8);
  }

  @Test
  void of_two_replicas_one_probes() throws Exception {
    otherEnd = delivery -> REFUSED;
    queue("mail", 20);
    send("mail", 5);
    now = START.plus(Duration.ofMinutes(1));
    sent.clear();
    otherEnd = delivery -> SILENT;

    Callable<List<DeliveryOutcome>> replica = () -> send("mail", 50);
    try (var replicas = Executors.newFixedThreadPool(2)) {
      for (var done : replicas.invokeAll(List.of(replica, replica))) {
        done.get();
      }
    }

    assertThat(sent).hasSize(1);
  }

  @Test
  void two_replicas_never_send_the_same_delivery() throws Exception {
    queue("mail", 90);
    Callable<Integer> replica =
        () -> {
          var total = 0;
          List<DeliveryOutcome> batch;
          while (!(batch = send("mail", 7)).isEmpty()) {
            total += batch.size();
          }
          return total;
        };

    try (var replicas = Executors.newFixedThreadPool(2)) {
      for (var done : replicas.invokeAll(List.of(replica, replica))) {
        done.get();
      }
    }

    assertThat(sent).hasSize(90);
    assertThat(new HashSet<>(sent)).hasSize(90);
  }

  @Test
  void a_dead_channel_keeps_no_other_waiting() throws Exception {
    otherEnd = delivery -> delivery.channel().equals("dead") ? SILENT : new Delivered();
    queue("dead", 60);
    queue("mail", 3);
    send("dead", 50);

    assertThat(send("mail", 50)).hasSize(3).containsOnly(new Delivered());
  }

  @Test
  void two_replicas_together_keep_to_the_rate() throws Exception {
    queue("robot", 50);
    Callable<List<DeliveryOutcome>> replica = () -> sendRated("robot", 20);
    try (var replicas = Executors.newFixedThreadPool(2)) {
      for (var done : replicas.invokeAll(List.of(replica, replica))) {
        done.get();
      }
    }
    assertThat(sent).hasSize(20);

    now = START.plusMillis(59_999);
    assertThat(sendRated("robot", 20)).isEmpty();
    now = START.plusMillis(60_000);
    assertThat(sendRated("robot", 20)).hasSize(20);
    now = START.plusMillis(60_001);
    assertThat(sendRated("robot", 20)).isEmpty();
  }

  @Test
  void a_day_without_a_server_loses_nothing() throws Exception {
    otherEnd = delivery -> REFUSED;
    queue("mail", 40);
    for (; now.isBefore(START.plus(Duration.ofDays(1))); now = now.plusSeconds(300)) {
      send("mail", 50);
    }
    assertThat(count("given_up_at is null and next_attempt_at is not null")).isEqualTo(40);
    assertThat(sent.size()).isLessThan(140);

    otherEnd = delivery -> new Delivered();
    for (var n = 0; n < 24; n++, now = now.plusSeconds(300)) {
      send("mail", 50);
    }
    assertThat(count("delivered_at is not null")).isEqualTo(40);
  }

  @Test
  void what_waits_for_a_dead_channel_is_offered_another_way_once() throws Exception {
    otherEnd = delivery -> REFUSED;
    queue("mail", 6);
    add("group", "mail", Delivery.GROUP + "mail", null);
    send("mail", 5);
    movable = Set.of("mail-0", "mail-5");

    assertThat(divert("mail")).isEqualTo(6);
    assertThat(offered).hasSize(6).doesNotContain("group");
    assertThat(divert("mail")).isZero();
    assertThat(takenBack()).containsExactlyInAnyOrder("mail-0", "mail-5");
    assertThat(count("next_attempt_at is not null")).isEqualTo(5);
  }

  @Test
  void what_may_have_arrived_is_not_offered_another_way() throws Exception {
    otherEnd = delivery -> delivery.id().equals("mail-0") ? SILENT : REFUSED;
    queue("mail", 5);
    send("mail", 5);

    divert("mail");
    assertThat(offered).hasSize(4).doesNotContain("mail-0");
  }

  @Test
  void what_a_replica_took_and_died_with_may_have_arrived() throws Exception {
    queue("mail", 1);
    queue.claim(queue("mail", 1, OptionalInt.empty()), now);
    now = START.plus(LEASE);
    otherEnd = delivery -> REFUSED;
    send("mail", 1);

    assertThat(queue.stranded("mail", 10, now)).isEmpty();
    assertThat(count("may_have_arrived")).isEqualTo(1);
  }

  @Test
  void while_the_channel_works_nothing_is_offered_another_way() throws Exception {
    queue("mail", 2);

    assertThat(divert("mail")).isZero();
    assertThat(offered).isEmpty();
  }

  @Test
  void what_was_taken_back_is_not_sent() throws Exception {
    queue("mail", 3);
    queue.takeBack(List.of("mail-1"), "ACKNOWLEDGED", now);
    send("mail", 50);

    assertThat(sent).containsExactlyInAnyOrder("mail-0", "mail-2");
    assertThat(takenBack()).containsExactly("mail-1");
  }

  @Test
  void what_was_taken_back_while_on_its_way_is_not_tried_again() throws Exception {
    queue("mail", 1);
    otherEnd =
        delivery -> {
          queue.takeBack(List.of(delivery.id()), "ACKNOWLEDGED", now);
          return REFUSED;
        };
    send("mail", 1);

    now = START.plus(Duration.ofDays(1));
    assertThat(send("mail", 1)).isEmpty();
  }

  @Test
  void a_delivery_with_the_same_id_is_queued_once() throws Exception {
    queue("mail", 1);
    queue("mail", 1);

    assertThat(send("mail", 50)).hasSize(1);
    queue("mail", 1);
    assertThat(send("mail", 50)).isEmpty();
  }

  @Test
  void what_can_never_arrive_is_given_up_offered_and_no_fault_of_the_channel() throws Exception {
    otherEnd = delivery -> new Undeliverable(Reason.UNKNOWN_ADDRESSEE);
    queue("mail", 6);
    send("mail", 50);

    assertThat(count("given_up_at is not null")).isEqualTo(6);
    assertThat(offered).hasSize(6);
    assertThat(circuit("mail").isClosed()).isTrue();
  }

  @Test
  void every_attempt_is_on_record_and_stays_as_it_is() throws Exception {
    otherEnd = delivery -> SILENT;
    queue("mail", 1);
    send("mail", 1);
    now = START.plusSeconds(5);
    otherEnd = delivery -> new Delivered();
    send("mail", 1);

    assertThat(
            office.texts(
                "select attempt || ' ' || outcome || ' ' || coalesce(reason, '-')"
                    + " from delivery_attempt order by attempt"))
        .containsExactly("1 failed TIMEOUT: no answer in time", "2 delivered -");
    assertThatThrownBy(() -> sql.update("update delivery_attempt set outcome = 'delivered'"))
        .hasMessageContaining("never changed");
    assertThatThrownBy(() -> sql.update("delete from delivery_attempt"))
        .hasMessageContaining("never changed");
  }

  @Test
  void a_channel_that_throws_has_failed() throws Exception {
    otherEnd =
        delivery -> {
          throw new IllegalStateException("secret");
        };
    queue("mail", 1);

    assertThat(send("mail", 1)).containsExactly(new Failed(Reason.BROKEN, "IllegalStateException"));
  }

  @Test
  void what_belongs_to_no_channel_is_given_up_after_a_while() {
    queue("gone", 1);
    queue("mail", 1);
    var configured = List.of("mail");

    now = START.plus(Duration.ofMinutes(10)).minusMillis(1);
    assertThat(failover().ofUnknownChannels(configured, now)).isZero();
    now = START.plus(Duration.ofMinutes(10));
    assertThat(failover().ofUnknownChannels(configured, now)).isEqualTo(1);
    assertThat(offered).containsExactly("gone-0");
    assertThat(count("given_up_at is not null")).isEqualTo(1);
  }

  private void queue(String channel, int deliveries) {
    for (var n = 0; n < deliveries; n++) {
      add(channel + "-" + n, channel, "O" + n, "o" + n + "@police.example");
    }
  }

  private void add(String id, String channel, String recipient, @Nullable String address) {
    var body = id.getBytes(StandardCharsets.UTF_8);
    queue.add(
        List.of(
            new Delivery(
                id, channel, recipient, address, "D0102", "breach", "grave", 1, null, null, START,
                0, body)));
  }

  private List<DeliveryOutcome> send(String channel, int batch) throws InterruptedException {
    return sender().run(queue(channel, batch, OptionalInt.empty()));
  }

  private List<DeliveryOutcome> sendRated(String channel, int perMinute)
      throws InterruptedException {
    return sender().run(queue(channel, 50, OptionalInt.of(perMinute)));
  }

  private ChannelQueue queue(String channel, int batch, OptionalInt perMinute) {
    return new ChannelQueue(new Scripted(channel), batch, LEASE, perMinute);
  }

  private SendDue sender() {
    var recorded =
        new RecordAttempt(
            queue,
            circuits,
            this::reroute,
            new RetryPolicy(
                new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(30)), 20, Duration.ofDays(7)),
            new Circuit.Policy(5, new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(30))),
            () -> 0);
    return new SendDue(
        queue,
        (delivery, outcome, at, took) ->
            QuarkusTransaction.requiringNew()
                .run(() -> recorded.record(delivery, outcome, at, took)),
        () -> now,
        threads,
        DeliverySpans.off());
  }

  private int divert(String channel) {
    return QuarkusTransaction.requiringNew().call(() -> failover().ofOpenCircuit(channel, now));
  }

  private Failover failover() {
    return new Failover(queue, circuits, this::reroute);
  }

  private Set<String> reroute(List<String> ids, String reason, Instant at) {
    synchronized (offered) {
      offered.addAll(ids);
    }
    return movable;
  }

  private Circuit circuit(String channel) {
    return circuits.of(channel, now);
  }

  private long count(String where) {
    return Long.parseLong(office.text("select count(*)::text from delivery where " + where));
  }

  private List<String> takenBack() {
    return office.texts("select id from delivery where taken_back_at is not null");
  }
}
