package io.caseclock.time;

import io.caseclock.pack.CalendarYear;
import io.caseclock.pack.CalendarYear.NamedDay;
import io.caseclock.pack.Pack;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The working calendar of a pack. The announced days are the truth; a day that no notice names
 * follows its weekday. A day of a year without a final notice is answered all the same, and {@link
 * #isAnnounced} says that it may still change.
 */
public final class WorkingCalendar {

  private final String version;
  private final Map<LocalDate, NamedDay> days = new HashMap<>();
  private final Set<Integer> announcedYears = new HashSet<>();
  private final boolean noticesMoveDays;

  public WorkingCalendar(String version, List<CalendarYear> years) {
    this.version = version;
    for (var year : years) {
      days.putAll(year.days());
      if (!year.provisional()) {
        announcedYears.add(year.year());
      }
    }
    this.noticesMoveDays = days.values().stream().anyMatch(NamedDay::isWorkingDay);
  }

  public static WorkingCalendar of(Pack pack) {
    return new WorkingCalendar(pack.calendarVersion(), pack.calendar());
  }

  /** Changes whenever any announced day changes. */
  public String version() {
    return version;
  }

  /** Whether every notice is published that may say what the day is. */
  public boolean isAnnounced(LocalDate day) {
    return unannouncedYear(day) == 0;
  }

  /**
   * The year whose notice may still change the day; zero where none does. Where notices make up for
   * days, that of a year may move days of the December before: those after the 24th.
   */
  public int unannouncedYear(LocalDate day) {
    var year = day.getYear();
    if (!announcedYears.contains(year)) {
      return year;
    }
    var mayBeMoved =
        noticesMoveDays && day.getMonth() == Month.DECEMBER && day.getDayOfMonth() > 24;
    return mayBeMoved && !announcedYears.contains(year + 1) ? year + 1 : 0;
  }

  public boolean isWorkingDay(LocalDate day) {
    return kindOf(day).isWorking();
  }

  public DayKind kindOf(LocalDate day) {
    var named = days.get(day);
    if (named != null) {
      return named.isWorkingDay() ? DayKind.MAKE_UP_WORKING_DAY : DayKind.HOLIDAY;
    }
    return isWeekend(day) ? DayKind.WEEKEND : DayKind.WORKING_DAY;
  }

  /** The holiday that an announced day belongs to; null for a day that no notice names. */
  public @Nullable String nameOf(LocalDate day) {
    var named = days.get(day);
    return named == null ? null : named.name();
  }

  /** The day itself if it is a working day, else the next one that is. */
  public LocalDate firstWorkingDayFrom(LocalDate day) {
    var candidate = day;
    while (!isWorkingDay(candidate)) {
      candidate = candidate.plusDays(1);
    }
    return candidate;
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
