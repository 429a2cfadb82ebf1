package io.caseclock.pack;

import java.time.LocalDate;
import java.util.Map;

/**
 * The announced days of one year; a day that is absent follows its weekday.
 *
 * @param notice the notice that set them
 * @param provisional true while only the statutory days are known, not the notice
 */
public record CalendarYear(
    int year, String notice, boolean provisional, Map<LocalDate, NamedDay> days) {

  /** An off day or a make-up working day, with the holiday it belongs to. */
  public record NamedDay(String name, boolean isWorkingDay) {}

  public CalendarYear {
    days = Map.copyOf(days);
  }
}
