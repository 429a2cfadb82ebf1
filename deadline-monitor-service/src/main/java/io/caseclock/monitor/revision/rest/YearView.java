package io.caseclock.monitor.revision.rest;

import io.caseclock.contract.Words;
import io.caseclock.monitor.law.Law;
import io.caseclock.pack.CalendarYear;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A year as a pack counts it, day by day.
 *
 * @param notice that set its days; null where the pack knows none of that year
 * @param provisional the notice is not known, so that days may still change
 * @param years that the pack knows days of
 */
public record YearView(
    String pack,
    int year,
    @Nullable String notice,
    boolean provisional,
    List<Integer> years,
    List<Day> days) {

  /**
   * A day.
   *
   * @param kind working-day, weekend, holiday or make-up-working-day
   * @param name the holiday it belongs to; null for a day that no notice names
   * @param announced whether no notice to come may still change it
   */
  public record Day(LocalDate on, String kind, @Nullable String name, boolean announced) {}

  static YearView of(Law.InForce inForce, int year) {
    var known = PackView.years(inForce.pack());
    Optional<CalendarYear> own = known.stream().filter(it -> it.year() == year).findFirst();
    var first = LocalDate.of(year, 1, 1);
    return new YearView(
        inForce.pack().id(),
        year,
        own.map(CalendarYear::notice).orElse(null),
        own.map(CalendarYear::provisional).orElse(true),
        known.stream().map(CalendarYear::year).toList(),
        first.datesUntil(first.plusYears(1)).map(day -> day(inForce, day)).toList());
  }

  private static Day day(Law.InForce inForce, LocalDate on) {
    var calendar = inForce.calendar();
    return new Day(
        on, Words.of(calendar.kindOf(on)), calendar.nameOf(on), calendar.isAnnounced(on));
  }
}
