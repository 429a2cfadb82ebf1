package io.caseclock.monitor.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TableTimeTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant MIDNIGHT = Instant.parse("2026-11-26T16:00:00Z");

  @Test
  void what_is_late_from_midnight_on_is_due_at_the_end_of_the_day_before() {
    assertThat(TableTime.due(MIDNIGHT.minusSeconds(60), SHANGHAI)).isEqualTo("2026-11-26 23:59");
    assertThat(TableTime.due(MIDNIGHT, SHANGHAI)).isEqualTo("2026-11-26 24:00");
    assertThat(TableTime.due(MIDNIGHT.plusSeconds(60), SHANGHAI)).isEqualTo("2026-11-27 00:01");
  }

  @Test
  void what_happened_at_midnight_happened_on_the_day_that_began() {
    assertThat(TableTime.moment(MIDNIGHT, SHANGHAI)).isEqualTo("2026-11-27 00:00");
    assertThat(TableTime.moment(null, SHANGHAI)).isNull();
  }
}
