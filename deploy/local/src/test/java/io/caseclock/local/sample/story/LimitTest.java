package io.caseclock.local.sample.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LimitTest {

  /** A Friday afternoon in the sub-bureau's zone. */
  private static final Instant FRIDAY = Instant.parse("2026-11-20T07:00:00Z");

  @Test
  void hours_run_through_the_weekend() {
    assertThat(Limit.hours(24).latestDue(FRIDAY)).isEqualTo("2026-11-21T07:00:00Z");
  }

  @Test
  void a_last_day_at_a_weekend_is_due_on_monday_at_the_latest() {
    assertThat(Limit.days(2).earliestDue(FRIDAY)).isEqualTo("2026-11-22T16:00:00Z");
    assertThat(Limit.days(2).latestDue(FRIDAY)).isEqualTo("2026-11-23T16:00:00Z");
  }

  @Test
  void working_days_leave_the_weekend_out() {
    assertThat(Limit.workingDays(1).latestDue(FRIDAY)).isEqualTo("2026-11-23T16:00:00Z");
  }
}
