package io.caseclock.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  private static final Instant NOW = Instant.parse("2026-03-12T16:00:00Z");
  private final RetryPolicy policy =
      new RetryPolicy(Duration.ofSeconds(5), Duration.ofSeconds(60), 6);

  @Test
  void pauses_double_up_to_the_longest() {
    assertThat(policy.next(1, NOW, () -> 0)).contains(NOW.plusSeconds(5));
    assertThat(policy.next(2, NOW, () -> 0)).contains(NOW.plusSeconds(10));
    assertThat(policy.next(4, NOW, () -> 0)).contains(NOW.plusSeconds(40));
    assertThat(policy.next(5, NOW, () -> 0)).contains(NOW.plusSeconds(60));
  }

  @Test
  void jitter_adds_at_most_a_quarter() {
    assertThat(policy.next(3, NOW, () -> 1)).contains(NOW.plusSeconds(25));
  }

  @Test
  void after_the_last_attempt_it_is_given_up() {
    assertThat(policy.next(6, NOW, () -> 0)).isEmpty();
  }
}
