package io.caseclock.monitor.statistics;

/** Counts the days without a breach in a unit and all below it. */
public final class CountSafeDays {

  private final DeadlineStatistics statistics;

  public CountSafeDays(DeadlineStatistics statistics) {
    this.statistics = statistics;
  }

  /** As known now. */
  public SafeDays of(String unit, Today today) {
    var first = statistics.firstDay(unit);
    if (first.isEmpty() || first.get().isAfter(today.latest())) {
      return SafeDays.NOTHING_COUNTED;
    }
    var counted = SafeDays.of(first.get(), statistics.breachDays(unit, today), today.earliest());
    var end = counted.longestEndedOn();
    return end == null
        ? counted
        : counted.endedBy(statistics.breachOn(unit, end, today).orElse(null));
  }
}
