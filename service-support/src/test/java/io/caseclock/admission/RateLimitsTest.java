package io.caseclock.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

  private static final long SECOND = 1_000_000_000L;

  private long now;
  private final RateLimits limits = new RateLimits(new RateLimit(10, 100), () -> now);

  @Test
  void a_burst_is_let_through_and_the_next_one_waits() {
    assertThat(spend("a", 99)).isZero();
    assertThat(spend("a", 1)).isZero();

    assertThat(spend("a", 1)).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void what_is_waited_for_may_be_sent_then_and_not_before() {
    spend("a", 100);
    now = SECOND - 1;
    assertThat(spend("a", 10)).isPositive();

    now = SECOND;

    assertThat(spend("a", 10)).isZero();
    assertThat(spend("a", 1)).isPositive();
  }

  @Test
  void a_refusal_costs_nothing() {
    spend("a", 95);

    assertThat(spend("a", 6)).isPositive();

    assertThat(spend("a", 5)).isZero();
  }

  @Test
  void a_name_does_not_pay_for_its_neighbour() {
    spend("a", 100);

    assertThat(spend("b", 100)).isZero();
  }

  @Test
  void two_names_pay_together_or_not_at_all() {
    spend("a", 100);

    assertThat(limits.spend(Map.of("a", 1L, "b", 100L))).isPositive();

    assertThat(spend("b", 100)).isZero();
  }

  @Test
  void more_than_a_burst_goes_through_once_and_leaves_a_debt() {
    assertThat(spend("a", 150)).isZero();

    assertThat(limits.untilFree("a")).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void whoever_waits_as_told_may_send_the_same_again() {
    spend("a", 150);
    now += limits.untilFree("a").toNanos();

    assertThat(spend("a", 150)).isZero();

    now += spend("a", 20).toNanos();
    assertThat(spend("a", 20)).isZero();
  }

  @Test
  void whoever_sends_one_at_a_time_waits_for_one() {
    spend("a", 99);
    spend("a", 1);

    assertThat(limits.untilFree("a")).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void a_pause_earns_no_more_than_a_burst() {
    spend("a", 100);
    now = 3_600 * SECOND;

    assertThat(spend("a", 100)).isZero();
    assertThat(spend("a", 1)).isPositive();
  }

  @Test
  void invented_names_cost_no_memory() {
    for (var name = 0; name < RateLimits.MOST_NAMES + 1_000; name++) {
      spend("name " + name, 1);
    }

    assertThat(limits.names()).isEqualTo(RateLimits.MOST_NAMES);
  }

  private Duration spend(String name, long cost) {
    return limits.spend(Map.of(name, cost));
  }
}
