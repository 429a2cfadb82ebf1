package io.caseclock.notify.console.calendar;

import io.caseclock.contract.Names;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a pack counts the days of a year, as the monitor tells it. */
record PackYear(
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
   */
  record Day(LocalDate on, String kind, @Nullable String name, boolean announced) {

    /** From 1 for Monday to 7 for Sunday. */
    public int weekday() {
      return on.getDayOfWeek().getValue();
    }
  }

  /** The packs that are in force. */
  record Packs(List<Pack> packs) {

    Packs {
      packs = List.copyOf(packs);
    }
  }

  /**
   * A pack in force.
   *
   * @param announcedUntil the last day of which a notice is known; null where it counts no working
   *     days
   */
  record Pack(String id, Names names, @Nullable LocalDate announcedUntil) {

    /** The first day of which no notice is known. */
    public @Nullable LocalDate provisionalFrom() {
      return announcedUntil == null ? null : announcedUntil.plusDays(1);
    }
  }
}
