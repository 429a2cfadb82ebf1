package io.caseclock.pack;

import io.caseclock.contract.Names;
import io.caseclock.contract.UnitKind;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which bulletins are made of the closed period, when, and for which kinds of units; and when the
 * lists are frozen for the meeting. All times are in the zone of the pack, on working days of its
 * calendar.
 *
 * @param kinds at most one bulletin of each kind
 * @param planned when the lists are frozen; null for never
 */
public record Bulletins(Map<Kind, Bulletin> kinds, @Nullable Meeting planned) {

  /** Over which period a bulletin is. */
  public enum Kind {
    DAILY,
    WEEKLY,
    MONTHLY
  }

  /**
   * One kind of bulletin.
   *
   * @param names its title
   * @param at at what time of the day it is made
   * @param units for units of which kinds it is made
   * @param made on which days
   * @param ahead how far it looks for what is about to be late; null where it does not look ahead,
   *     as only a monthly one does
   * @param most how many rows each of its lists has
   */
  public record Bulletin(
      Kind kind,
      Names names,
      LocalTime at,
      Set<UnitKind> units,
      Made made,
      @Nullable Lead ahead,
      int most) {

    /** Holds where a pack does not say how many rows. */
    public static final int MOST = 50;

    /** More rows than that are no bulletin any more. */
    public static final int MOST_OF_ALL = 500;

    /** How far a monthly one looks ahead where the pack does not say. */
    public static final Lead AHEAD = Lead.of(java.time.Duration.ofDays(30));

    /** Refuses a number of rows outside 1 to {@link #MOST_OF_ALL}. */
    public Bulletin {
      units = Set.copyOf(units);
      if (most < 1 || most > MOST_OF_ALL) {
        throw new IllegalArgumentException("a bulletin has 1 to " + MOST_OF_ALL + " rows");
      }
    }
  }

  /** On which days a bulletin is made. */
  public sealed interface Made {

    /** On each working day, of the days since the one before. */
    record EachWorkingDay() implements Made {}

    /** On that day of the week, or on the next working day where it is none; of the week before. */
    record Weekly(DayOfWeek day) implements Made {}

    /**
     * On that working day of the month, of the month before.
     *
     * @param workingDay 1 for the first, at most {@link #LAST}
     */
    record Monthly(int workingDay) implements Made {
      /** Every month has so many working days. */
      public static final int LAST = 15;

      /** Refuses a day that a month may lack. */
      public Monthly {
        if (workingDay < 1 || workingDay > LAST) {
          throw new IllegalArgumentException("no working day of every month: " + workingDay);
        }
      }
    }
  }

  /**
   * When the lists are frozen for the weekly meeting.
   *
   * @param day on the next working day where it is none
   * @param units for units of which kinds
   */
  public record Meeting(DayOfWeek day, LocalTime at, Set<UnitKind> units) {
    public Meeting {
      units = Set.copyOf(units);
    }
  }

  public Bulletins {
    var ordered = new EnumMap<Kind, Bulletin>(Kind.class);
    ordered.putAll(kinds);
    kinds = java.util.Collections.unmodifiableMap(ordered);
  }

  public Optional<Bulletin> bulletin(Kind kind) {
    return Optional.ofNullable(kinds.get(kind));
  }

  public Optional<Meeting> meeting() {
    return Optional.ofNullable(planned);
  }

  /** The first pack that says any: its zone and its calendar hold for them. */
  public static Optional<Pack> inForce(List<Pack> packs) {
    return packs.stream().filter(pack -> pack.bulletins().isPresent()).findFirst();
  }
}
