package io.caseclock.notify.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NearnessTest {

  private static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");

  private static Nearness in(Duration left) {
    return Nearness.of(NOW.plus(left), NOW);
  }

  @Test
  void what_is_due_within_seven_days_is_near_and_what_is_later_has_no_colour() {
    assertThat(in(Duration.ofDays(7).minusSeconds(1))).isEqualTo(Nearness.NEAR);
    assertThat(in(Duration.ofDays(7))).isEqualTo(Nearness.NEAR);
    assertThat(in(Duration.ofDays(7).plusSeconds(1))).isEqualTo(Nearness.FAR);
    assertThat(Nearness.FAR.style()).isEmpty();
  }

  @Test
  void at_the_due_instant_it_is_over() {
    assertThat(in(Duration.ofSeconds(1))).isEqualTo(Nearness.NEAR);
    assertThat(in(Duration.ZERO)).isEqualTo(Nearness.OVER);
    assertThat(in(Duration.ofSeconds(-1))).isEqualTo(Nearness.OVER);
  }
}
