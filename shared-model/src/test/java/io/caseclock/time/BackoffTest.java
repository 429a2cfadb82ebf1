package io.caseclock.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(1));

  @ParameterizedTest
  @CsvSource({
    "-1, PT0S",
    "0, PT0S",
    "1, PT5S",
    "2, PT10S",
    "3, PT20S",
    "4, PT40S",
    "5, PT1M",
    "6, PT1M",
    "2147483647, PT1M",
  })
  void each_pause_is_twice_the_one_before_up_to_the_longest(int failures, Duration pause) {
    assertThat(BACKOFF.after(failures)).isEqualTo(pause);
  }

  @Test
  void a_longest_pause_of_all_time_is_reached_without_an_overflow() {
    var longest = Duration.ofSeconds(Long.MAX_VALUE);

    assertThat(new Backoff(Duration.ofNanos(1), longest).after(Integer.MAX_VALUE))
        .isEqualTo(longest);
  }

  @ParameterizedTest
  @CsvSource({"0, PT10S", "0.5, PT11.25S", "0.9999999, PT12.499S"})
  void jitter_adds_up_to_a_quarter(double jitter, Duration pause) {
    assertThat(BACKOFF.afterWithJitter(2, jitter)).isEqualTo(pause);
  }

  @ParameterizedTest
  @CsvSource({"PT0S, PT1S", "PT-1S, PT1S", "PT2S, PT1S"})
  void what_would_try_again_at_once_is_refused(Duration first, Duration longest) {
    assertThatThrownBy(() -> new Backoff(first, longest))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_first_pause_may_be_the_longest() {
    assertThat(new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1)).after(9))
        .isEqualTo(Duration.ofSeconds(1));
  }
}
