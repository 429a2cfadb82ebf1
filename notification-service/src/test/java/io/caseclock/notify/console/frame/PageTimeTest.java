package io.caseclock.notify.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PageTimeTest {

  private static final Instant MIDNIGHT = Instant.parse("2026-03-12T16:00:00Z");

  private final PageTime time = new PageTime(ZoneId.of("Asia/Shanghai"));

  @Test
  void a_time_of_a_form_is_a_time_of_the_legal_zone() {
    assertThat(time.instant("2026-03-13T00:00")).contains(MIDNIGHT);
    assertThat(time.local(MIDNIGHT.plusSeconds(59))).isEqualTo("2026-03-13T00:00");
    assertThat(time.endOf(LocalDate.parse("2026-03-12"))).isEqualTo(MIDNIGHT);
    assertThat(time.today(MIDNIGHT.minusSeconds(1))).isEqualTo(LocalDate.parse("2026-03-12"));
    assertThat(time.today(MIDNIGHT)).isEqualTo(LocalDate.parse("2026-03-13"));
  }

  @Test
  void what_is_no_time_or_no_day_is_taken_for_nothing() {
    assertThat(time.instant("2026-02-30T00:00")).isEmpty();
    assertThat(time.instant("+999999999-12-31T23:59")).isEmpty();
    assertThat(time.instant(null)).isEmpty();
    assertThat(Forms.day(null)).isEmpty();
    assertThat(Forms.day("")).isEmpty();
    assertThat(Forms.day("+10000-01-01")).isEmpty();
    assertThat(Forms.day(" 9999-12-31 ")).isPresent();
  }
}
