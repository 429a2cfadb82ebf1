package io.caseclock.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The legal days of a zone: on which day an instant falls, and with which instant a day begins. The
 * answers are those of {@code java.time}; where the zone keeps one offset for good, as China has
 * since 1991, they are found by counting seconds, two days after its last change and later.
 */
public final class LegalDays {

  private static final long DAY = 86_400;

  private final ZoneId zone;

  /**
   * The second of the epoch from which on the zone keeps its offset; no second where it never does.
   */
  private final long settledFrom;

  /** In seconds, from then on. */
  private final int offset;

  private LegalDays(ZoneId zone) {
    this.zone = zone;
    var rules = zone.getRules();
    var changes = rules.getTransitions();
    if (!rules.getTransitionRules().isEmpty()) {
      settledFrom = Long.MAX_VALUE;
      offset = 0;
    } else if (changes.isEmpty()) {
      settledFrom = Long.MIN_VALUE;
      offset = rules.getOffset(Instant.EPOCH).getTotalSeconds();
    } else {
      settledFrom = changes.getLast().toEpochSecond() + 2 * DAY;
      offset = changes.getLast().getOffsetAfter().getTotalSeconds();
    }
  }

  /** The days of a zone. */
  public static LegalDays in(ZoneId zone) {
    return new LegalDays(zone);
  }

  public ZoneId zone() {
    return zone;
  }

  /** The day on which an instant falls. */
  public LocalDate dayOf(Instant at) {
    return at.getEpochSecond() < settledFrom
        ? LocalDate.ofInstant(at, zone)
        : LocalDate.ofEpochDay(Math.floorDiv(at.getEpochSecond() + offset, DAY));
  }

  /** The first instant of a day; not midnight where the zone leaves that out. */
  public Instant startOf(LocalDate day) {
    var second = day.toEpochDay() * DAY - offset;
    return second < settledFrom
        ? day.atStartOfDay(zone).toInstant()
        : Instant.ofEpochSecond(second);
  }

  /** The first instant after a day. */
  public Instant endOf(LocalDate day) {
    return startOf(day.plusDays(1));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LegalDays days && days.zone.equals(zone);
  }

  @Override
  public int hashCode() {
    return zone.hashCode();
  }

  @Override
  public String toString() {
    return "days of " + zone;
  }
}
