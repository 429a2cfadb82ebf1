package io.caseclock.intake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientLimitsTest {

  @Test
  void one_event_is_the_least_and_a_hundred_million_a_day_the_most() {
    assertThat(new ClientLimits(1L, 1L)).isNotEqualTo(ClientLimits.NONE);
    assertThat(new ClientLimits(100_000_000L, Long.MAX_VALUE).eventsPerDay())
        .isEqualTo(100_000_000);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "100000001, 1", "1, 0", "-1, ", ", -1"})
  void what_makes_no_sense_is_no_limit(@Nullable Long perDay, @Nullable Long perSecond) {
    assertThatThrownBy(() -> new ClientLimits(perDay, perSecond))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
