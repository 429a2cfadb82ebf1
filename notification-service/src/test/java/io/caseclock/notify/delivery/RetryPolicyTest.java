package io.caseclock.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.notify.channel.Delivery;
import io.caseclock.time.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  private static final Instant NOW = Instant.parse("2026-03-12T16:00:00Z");
  private static final Duration KEEP = Duration.ofDays(7);
  private final RetryPolicy policy =
      new RetryPolicy(new Backoff(Duration.ofSeconds(5), Duration.ofSeconds(60)), 6, KEEP);

  @Test
  void pauses_double_up_to_the_longest() {
    assertThat(next(1, NOW, 0)).contains(NOW.plusSeconds(5));
    assertThat(next(2, NOW, 0)).contains(NOW.plusSeconds(10));
    assertThat(next(4, NOW, 0)).contains(NOW.plusSeconds(40));
    assertThat(next(5, NOW, 0)).contains(NOW.plusSeconds(60));
  }

  @Test
  void jitter_adds_at_most_a_quarter() {
    assertThat(next(1, NOW, 0.999)).contains(NOW.plusMillis(6248));
  }

  @Test
  void on_a_channel_that_works_it_is_given_up_after_the_last_attempt() {
    assertThat(next(5, NOW, 0)).isPresent();
    assertThat(next(6, NOW, 0)).isEmpty();
    assertThat(next(7, NOW, 0)).isEmpty();
  }

  @Test
  void on_a_dead_channel_it_waits_however_often_it_was_tried_until_it_is_too_old() {
    assertThat(dead(60, NOW.minus(KEEP).plusMillis(1))).contains(NOW.plusSeconds(60));
    assertThat(dead(60, NOW.minus(KEEP))).isEmpty();
    assertThat(dead(1, NOW.minus(KEEP).minusMillis(1))).isEmpty();
  }

  @Test
  void a_policy_without_an_attempt_is_refused() {
    assertThatThrownBy(
            () ->
                new RetryPolicy(new Backoff(Duration.ofSeconds(5), Duration.ofSeconds(5)), 0, KEEP))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Optional<Instant> next(int attempt, Instant queuedAt, double jitter) {
    return policy.next(tried(attempt, queuedAt), true, NOW, () -> jitter);
  }

  private Optional<Instant> dead(int attempt, Instant queuedAt) {
    return policy.next(tried(attempt, queuedAt), false, NOW, () -> 0);
  }

  private static Delivery tried(int attempt, Instant queuedAt) {
    return new Delivery(
        "P1",
        "watch",
        "O1",
        null,
        "D0102",
        "breach",
        "grave",
        1,
        null,
        null,
        queuedAt,
        attempt,
        new byte[0]);
  }
}
