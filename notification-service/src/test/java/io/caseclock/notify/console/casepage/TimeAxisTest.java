package io.caseclock.notify.console.casepage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caseclock.notify.console.casepage.TimeAxis.Tick;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeAxisTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant BEGIN = Instant.parse("2026-03-02T02:00:00Z");

  private static TimeAxis over(Duration span) {
    return new TimeAxis(BEGIN, BEGIN.plus(span), ZONE, 200, 1_000);
  }

  @Test
  void the_ends_and_the_middle_have_their_places_and_what_lies_outside_the_nearest_end() {
    var axis = over(Duration.ofDays(10));

    assertThat(axis.x(BEGIN)).isEqualTo(200);
    assertThat(axis.x(BEGIN.plus(Duration.ofDays(5)))).isEqualTo(700);
    assertThat(axis.x(BEGIN.plus(Duration.ofDays(10)))).isEqualTo(1_200);
    assertThat(axis.x(BEGIN.minusSeconds(1))).isEqualTo(200);
    assertThat(axis.x(BEGIN.plus(Duration.ofDays(11)))).isEqualTo(1_200);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10, 30, 100, 400, 1_500, 6_000, 40_000})
  void labels_have_room_whatever_the_span(int days) {
    var ticks = over(Duration.ofDays(days)).ticks(true);

    assertThat(ticks).hasSizeBetween(1, 1_000 / TimeAxis.CLOSEST + 2);
    for (var i = 1; i < ticks.size(); i++) {
      assertThat(ticks.get(i).x() - ticks.get(i - 1).x()).isGreaterThanOrEqualTo(60);
    }
  }

  @Test
  void ticks_stand_at_the_beginning_of_days_of_the_zone() {
    assertThat(over(Duration.ofDays(10)).ticks(true))
        .extracting(Tick::label)
        .startsWith("3月3日", "3月4日");
    assertThat(over(Duration.ofDays(10)).ticks(false))
        .extracting(Tick::label)
        .startsWith("3 Mar", "4 Mar");
  }

  @Test
  void long_spans_are_told_in_months_and_years() {
    assertThat(over(Duration.ofDays(300)).ticks(true).getFirst().label()).isEqualTo("2026年4月");
    assertThat(over(Duration.ofDays(3_000)).ticks(true).getFirst().label()).isEqualTo("2027年");
  }

  @Test
  void an_axis_runs_forward() {
    assertThatIllegalArgumentException().isThrownBy(() -> over(Duration.ZERO));
  }
}
