package io.caseclock.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.DeliveryOutcome.Delivered;
import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import io.caseclock.notify.channel.DeliveryOutcome.Reason;
import io.caseclock.notify.channel.DeliveryOutcome.Undeliverable;
import io.caseclock.time.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordAttemptTest {

  private static final Instant NOW = Instant.parse("2026-03-13T04:00:00Z");
  private static final Failed REFUSED = new Failed(Reason.UNREACHABLE, "no connection");

  private final RecordedQueue queue = new RecordedQueue();
  private final KnownCircuits circuits = new KnownCircuits();
  private final List<String> rerouted = new ArrayList<>();
  private final RecordAttempt recordAttempt =
      new RecordAttempt(
          queue,
          circuits,
          (ids, reason, at) -> {
            ids.forEach(id -> rerouted.add(id + " " + reason));
            return Set.of();
          },
          new RetryPolicy(
              new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(30)), 3, Duration.ofDays(7)),
          new Circuit.Policy(2, new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(30))),
          () -> 0);

  private static Delivery delivery(int attempt) {
    return new Delivery(
        "P1",
        "mail",
        "O1",
        "o1@police.example",
        "D0102",
        "breach",
        "grave",
        1,
        null,
        null,
        NOW,
        attempt,
        new byte[0]);
  }

  private void record(int attempt, DeliveryOutcome outcome) {
    queue.add(List.of(delivery(attempt)));
    var opened = recordAttempt.record(delivery(attempt), outcome, NOW, Duration.ZERO);
    opened.ifPresent(circuit -> queue.log().add("circuit " + circuit.state()));
  }

  @Test
  void what_arrived_waits_no_longer_and_changes_no_circuit_that_is_well() {
    record(1, new Delivered());

    assertThat(queue.log()).containsExactly("P1 delivered");
    assertThat(queue.waiting()).isEmpty();
  }

  @Test
  void a_failure_is_tried_again_later() {
    record(1, REFUSED);

    assertThat(queue.log()).containsExactly("P1 failed", "P1 again at 2026-03-13T04:00:05Z");
    assertThat(circuits.of("mail", NOW).failures()).isEqualTo(1);
  }

  @Test
  void the_failure_that_opens_the_circuit_says_so_once() {
    record(1, REFUSED);
    record(2, REFUSED);
    record(3, REFUSED);

    assertThat(queue.log()).containsOnlyOnce("circuit OPEN");
  }

  @Test
  void a_success_closes_the_circuit_and_says_so() {
    record(1, REFUSED);
    record(2, REFUSED);
    record(1, new Delivered());

    assertThat(queue.log()).endsWith("P1 delivered", "circuit CLOSED");
  }

  @Test
  void what_can_never_arrive_is_given_up_and_rerouted_and_no_fault_of_the_channel() {
    record(1, new Undeliverable(Reason.UNKNOWN_ADDRESSEE));

    assertThat(queue.log()).containsExactly("P1 undeliverable", "P1 given up: UNKNOWN_ADDRESSEE");
    assertThat(rerouted).containsExactly("P1 UNKNOWN_ADDRESSEE");
    assertThat(circuits.of("mail", NOW).failures()).isZero();
  }

  @Test
  void after_the_last_attempt_on_a_channel_that_works_it_is_given_up_and_rerouted() {
    record(3, REFUSED);

    assertThat(rerouted).containsExactly("P1 UNREACHABLE: no connection");
  }

  @Test
  void a_test_is_never_tried_again_and_opens_no_circuit() {
    queue.add(List.of(delivery(1)));
    for (var n = 0; n < 5; n++) {
      recordAttempt.recordTest(delivery(1), REFUSED, NOW, Duration.ZERO);
    }

    assertThat(circuits.of("mail", NOW).isClosed()).isTrue();
    assertThat(rerouted).isEmpty();
    assertThat(queue.log()).noneMatch(line -> line.contains("again"));
  }
}
