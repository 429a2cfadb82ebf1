package io.caseclock.local.secondengine;

import io.caseclock.pack.CalendarYear;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which days are working days, looked up in the notices day by day, for one count. */
final class NaiveCalendar {

  private final List<CalendarYear> notices;
  private boolean wasUncertain;

  NaiveCalendar(List<CalendarYear> notices) {
    this.notices = notices;
  }

  /** A make-up working day, or Monday to Friday and no off day (全国年节及纪念日放假办法). */
  boolean isWorkingDay(LocalDate day) {
    wasUncertain = wasUncertain || isProvisional(day);
    var named = named(day);
    if (named != null) {
      return named.isWorkingDay();
    }
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /** Whether any day that was asked for may still be changed by a notice. */
  boolean wasUncertain() {
    return wasUncertain;
  }

  /** Whether a notice that is not final may still change what the day is. */
  private boolean isProvisional(LocalDate day) {
    if (!hasFinalNotice(day.getYear())) {
      return true;
    }
    var isLateDecember = day.getMonthValue() == 12 && day.getDayOfMonth() >= 25;
    return isLateDecember && noticesMoveDays() && !hasFinalNotice(day.getYear() + 1);
  }

  private boolean hasFinalNotice(int year) {
    for (var notice : notices) {
      if (notice.year() == year && !notice.provisional()) {
        return true;
      }
    }
    return false;
  }

  private boolean noticesMoveDays() {
    for (var notice : notices) {
      for (var day : notice.days().values()) {
        if (day.isWorkingDay()) {
          return true;
        }
      }
    }
    return false;
  }

  private CalendarYear.@Nullable NamedDay named(LocalDate day) {
    for (var notice : notices) {
      var named = notice.days().get(day);
      if (named != null) {
        return named;
      }
    }
    return null;
  }
}
