package io.caseclock.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaDaysTest {

  private final QuotaDays days = new QuotaDays(ZoneId.of("Asia/Shanghai"));

  @ParameterizedTest
  @CsvSource({
    "2026-11-28T15:59:59.999999Z, 2026-11-28, 2026-11-28T16:00:00Z",
    "2026-11-28T16:00:00Z, 2026-11-29, 2026-11-29T16:00:00Z",
    "2026-12-31T16:00:00.000001Z, 2027-01-01, 2027-01-01T16:00:00Z",
  })
  void a_day_begins_at_midnight_in_the_zone(Instant at, String day, Instant next) {
    assertThat(days.of(at)).hasToString(day);
    assertThat(days.next(at)).isEqualTo(next);
  }
}
