package io.caseclock.monitor.explain.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.monitor.explain.DayStrip;
import io.caseclock.monitor.explain.DayStrip.Day;
import io.caseclock.monitor.explain.rest.AnnexCalendar.Cell;
import io.caseclock.monitor.period.DayMark;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnnexCalendarTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  @ParameterizedTest
  @EnumSource
  void every_kind_of_day_has_a_look_of_its_own_and_a_line_in_the_legend(DayMark mark) {
    var calendar = calendar(new Day(MONDAY, mark, 0, null, false));

    assertThat(calendar.legend()).singleElement().satisfies(AnnexCalendarTest::isTold);
    assertThat(Arrays.stream(DayMark.values()).map(AnnexWords::look).map(AnnexWords.Look::style))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void every_status_has_a_word(DeadlineStatus status) {
    assertThat(AnnexWords.status(status).en()).isNotBlank();
  }

  @Test
  void a_counted_day_shows_its_number_and_another_one_its_sign() {
    var calendar =
        calendar(
            new Day(MONDAY, DayMark.START, 0, null, false),
            new Day(MONDAY.plusDays(1), DayMark.COUNTED, 1, null, true));

    var week = calendar.months().getFirst().weeks().getFirst();

    assertThat(week).hasSize(7);
    assertThat(week.stream().limit(2).map(Cell::mark)).containsExactly("S", "1");
    assertThat(calendar.counted()).isEqualTo("1 of 2 days count.");
  }

  private static AnnexCalendar calendar(Day... days) {
    var counted = (int) Stream.of(days).filter(day -> day.number() > 0).count();
    return new AnnexCalendar(Language.EN, new DayStrip(Arrays.asList(days), counted));
  }

  private static void isTold(Cell cell) {
    assertThat(cell.mark()).isNotBlank();
    assertThat(cell.text()).isNotBlank();
  }
}
