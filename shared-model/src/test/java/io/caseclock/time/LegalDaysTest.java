package io.caseclock.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegalDaysTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Asia/Shanghai",
        "Europe/Berlin",
        "America/Sao_Paulo",
        "Asia/Kolkata",
        "Pacific/Apia",
        "UTC",
        "+08:00"
      })
  void are_those_of_java_time_in_any_zone_and_at_any_time(String zone) {
    var id = ZoneId.of(zone);
    var days = LegalDays.in(id);
    var random = new Random(1);
    for (var i = 0; i < 20_000; i++) {
      var at = Instant.ofEpochSecond(random.nextLong(-5_000_000_000L, 5_000_000_000L));
      var day = LocalDate.ofInstant(at, id);

      assertThat(days.dayOf(at)).isEqualTo(day);
      assertThat(days.startOf(day)).isEqualTo(day.atStartOfDay(id).toInstant());
      assertThat(days.endOf(day)).isEqualTo(day.plusDays(1).atStartOfDay(id).toInstant());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T15:59:59.999999999Z, 2026-03-01",
    "2026-03-01T16:00:00Z, 2026-03-02",
    "1969-12-31T15:59:59Z, 1969-12-31",
    "1991-09-14T16:59:59Z, 1991-09-15",
  })
  void change_at_midnight_in_china(Instant at, LocalDate day) {
    assertThat(LegalDays.in(ZoneId.of("Asia/Shanghai")).dayOf(at)).isEqualTo(day);
  }

  @Test
  void of_one_zone_are_equal() {
    var zone = ZoneId.of("Asia/Shanghai");

    assertThat(LegalDays.in(zone))
        .isEqualTo(LegalDays.in(zone))
        .hasSameHashCodeAs(LegalDays.in(zone));
    assertThat(LegalDays.in(zone)).isNotEqualTo(LegalDays.in(ZoneId.of("UTC")));
  }
}
