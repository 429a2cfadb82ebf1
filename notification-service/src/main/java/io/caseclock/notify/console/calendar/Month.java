package io.caseclock.notify.console.calendar;

import io.caseclock.notify.console.calendar.PackYear.Day;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A month as a table of weeks that begin on Monday.
 *
 * @param number from 1 to 12
 */
record Month(int number, List<Week> weeks) {

  private static final int DAYS = 7;

  /** Seven cells; null where the week has a day of another month. */
  record Week(List<@Nullable Cell> cells) {

    Week(List<@Nullable Cell> cells) {
      this.cells = Collections.unmodifiableList(new ArrayList<>(cells));
    }
  }

  /** A day of the month. */
  record Cell(int day, Day of) {

    public boolean isOff() {
      return of.kind().equals("holiday");
    }

    public boolean isMakeUp() {
      return of.kind().equals("make-up-working-day");
    }

    public boolean isWeekend() {
      return of.kind().equals("weekend");
    }

    public boolean isOpen() {
      return !of.announced();
    }
  }

  /** The twelve months of a whole year. */
  static List<Month> of(List<Day> days) {
    return IntStream.rangeClosed(1, 12)
        .mapToObj(
            month ->
                new Month(
                    month,
                    weeks(days.stream().filter(day -> day.on().getMonthValue() == month).toList())))
        .toList();
  }

  private static List<Week> weeks(List<Day> days) {
    List<Week> weeks = new ArrayList<>();
    List<@Nullable Cell> week = new ArrayList<>();
    for (var day : days) {
      var place = day.weekday() - 1;
      while (week.size() < place) {
        week.add(null);
      }
      week.add(new Cell(day.on().getDayOfMonth(), day));
      if (week.size() == DAYS) {
        weeks.add(new Week(week));
        week = new ArrayList<>();
      }
    }
    if (!week.isEmpty()) {
      week.addAll(Collections.nCopies(DAYS - week.size(), null));
      weeks.add(new Week(week));
    }
    return weeks;
  }
}
