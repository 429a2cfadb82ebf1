package io.caseclock.monitor.revision.rest;

import io.caseclock.contract.Names;
import io.caseclock.monitor.law.Law;
import io.caseclock.pack.CalendarYear;
import io.caseclock.pack.CalendarYear.NamedDay;
import io.caseclock.pack.Pack;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pack in force, for the wire.
 *
 * @param hash of its files; the same in each service that has the same pack
 * @param inForceAt since when this version and calendar hold here; null before they were entered
 * @param versions of all its rules together
 * @param announcedUntil the last day of which a notice is known, and those before it; null where
 *     the pack counts no working days
 */
public record PackView(
    String id,
    String version,
    String hash,
    Names names,
    String zone,
    @Nullable Instant inForceAt,
    int rules,
    int versions,
    int eventTypes,
    List<Named> lists,
    List<Named> indicators,
    String calendarVersion,
    @Nullable LocalDate announcedUntil,
    List<Year> calendar) {

  /** Something with a name. */
  public record Named(String id, Names names) {}

  /**
   * A year of the calendar.
   *
   * @param notice that set its days
   * @param provisional only the days of the law are known, not the notice
   * @param daysOff announced days off, weekends among them where the notice names them
   * @param makeUpDays weekend days on which people work
   */
  public record Year(int year, String notice, boolean provisional, int daysOff, int makeUpDays) {

    static Year of(CalendarYear year) {
      var makeUp = (int) year.days().values().stream().filter(NamedDay::isWorkingDay).count();
      return new Year(
          year.year(), year.notice(), year.provisional(), year.days().size() - makeUp, makeUp);
    }
  }

  static PackView of(Law.InForce inForce, String hash, @Nullable Instant inForceAt) {
    var pack = inForce.pack();
    return new PackView(
        pack.id(),
        pack.version(),
        hash,
        pack.names(),
        pack.zone().getId(),
        inForceAt,
        pack.rules().size(),
        pack.rules().stream().mapToInt(rule -> rule.versions().size()).sum(),
        pack.eventTypes().size(),
        lists(pack),
        indicators(pack),
        pack.calendarVersion(),
        announcedUntil(inForce),
        years(pack).stream().map(Year::of).toList());
  }

  static List<CalendarYear> years(Pack pack) {
    return pack.calendar().stream().sorted(Comparator.comparingInt(CalendarYear::year)).toList();
  }

  private static List<Named> lists(Pack pack) {
    return pack.lists().values().stream().map(it -> new Named(it.id(), it.names())).toList();
  }

  private static List<Named> indicators(Pack pack) {
    return pack.indicators().values().stream().map(it -> new Named(it.id(), it.names())).toList();
  }

  /** A notice of the year after may still move the last days of the last year. */
  private static @Nullable LocalDate announcedUntil(Law.InForce inForce) {
    return years(inForce.pack()).stream()
        .filter(year -> !year.provisional())
        .reduce((earlier, later) -> later)
        .map(year -> lastAnnounced(inForce, LocalDate.of(year.year(), Month.DECEMBER, 31)))
        .orElse(null);
  }

  private static LocalDate lastAnnounced(Law.InForce inForce, LocalDate from) {
    var day = from;
    while (!inForce.calendar().isAnnounced(day)) {
      day = day.minusDays(1);
    }
    return day;
  }
}
