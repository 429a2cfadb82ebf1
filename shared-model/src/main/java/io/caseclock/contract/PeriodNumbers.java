package io.caseclock.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a closed period of one unit and all below it, as the monitor knew them when the
 * period ended, or, in a belated one, when it was closed; on {@code period-numbers}, one record for
 * each unit, kind and period.
 *
 * @param id {@link #idOf}: the same period has the same id, however often it is told
 * @param unit whose subtree is counted
 * @param names what such a bulletin is called
 * @param from the first legal day, inclusive
 * @param to the last legal day, inclusive
 * @param zone of the pack whose calendar says when bulletins are made
 * @param at when the monitor closed it
 * @param belated whether it was made later than the pack sets
 * @param counts of the whole subtree in the period
 * @param before of the whole subtree in the period before, as known when that one ended
 * @param units the units of the subtree that have anything to count, by path
 * @param indicators those of the pack that the monitor computes
 * @param lists the supervision lists of the pack, by deadline
 * @param safeDays as of the end of the period
 * @param ahead what is about to be late, by unit; empty where the kind does not look ahead
 * @param atZero units that had something due and no breach; only in a monthly one
 * @param movements the largest changes of breaches since the period before; only in a monthly one
 */
public record PeriodNumbers(
    String id,
    String unit,
    Kind kind,
    Names names,
    LocalDate from,
    LocalDate to,
    ZoneId zone,
    Instant at,
    boolean belated,
    DeadlineCounts counts,
    DeadlineCounts before,
    Bounded<UnitCounts> units,
    List<Rate> indicators,
    List<ListCounts> lists,
    SafeDays safeDays,
    Bounded<UnitAhead> ahead,
    Bounded<String> atZero,
    Bounded<Movement> movements) {

  /** How long a period is. */
  public enum Kind {
    /** One legal day. */
    DAILY,
    /** From Monday to Sunday. */
    WEEKLY,
    /** A calendar month. */
    MONTHLY;

    /** The period of this kind that holds a day: its first day. */
    public LocalDate firstOf(LocalDate day) {
      return switch (this) {
        case DAILY -> day;
        case WEEKLY -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
        case MONTHLY -> day.withDayOfMonth(1);
      };
    }

    /** The last day of the period that begins on a day. */
    public LocalDate lastOf(LocalDate first) {
      return switch (this) {
        case DAILY -> first;
        case WEEKLY -> first.plusDays(6);
        case MONTHLY -> first.plusMonths(1).minusDays(1);
      };
    }

    /** The first day of the period before the one that begins on a day. */
    public LocalDate before(LocalDate first) {
      return firstOf(first.minusDays(1));
    }
  }

  /**
   * Rows up to a bound.
   *
   * @param rows the first of them
   * @param further how many there are beside them
   */
  public record Bounded<T>(List<T> rows, long further) {

    public Bounded {
      rows = List.copyOf(rows);
      if (further < 0) {
        throw new IllegalArgumentException("less than nothing is further: " + further);
      }
    }

    /** The first ones of a whole list. */
    public static <T> Bounded<T> firstOf(List<T> all, int most) {
      var rows = all.subList(0, Math.min(most, all.size()));
      return new Bounded<>(rows, all.size() - rows.size());
    }

    public static <T> Bounded<T> none() {
      return new Bounded<>(List.of(), 0);
    }
  }

  /** What one unit had by itself, without those below it. */
  public record UnitCounts(String unit, DeadlineCounts counts, DeadlineCounts before) {}

  /**
   * An indicator.
   *
   * @param id as in the pack
   * @param met the numerator
   * @param of the denominator
   * @param beforeMet the numerator of the period before
   * @param beforeOf the denominator of the period before
   * @param target the percentage that it should reach, such as {@code 98.5}; null where none is set
   * @param colour the word of the pack's band; null where it has none, or nothing was counted
   */
  public record Rate(
      String id,
      Names names,
      long met,
      long of,
      long beforeMet,
      long beforeOf,
      @Nullable String target,
      @Nullable String colour) {}

  /**
   * The deadlines of a supervision list that count to the period.
   *
   * @param open how many were not done when it ended, late or not
   * @param breached how many were late at any time; each counts once, so that all are new in it
   * @param breachedBefore the same in the period before
   * @param mended how many late ones were done after all
   */
  public record ListCounts(
      String id, Names names, long open, long breached, long breachedBefore, long mended) {}

  /**
   * Days without a breach.
   *
   * @param days since the last breach, as of the end of the period
   * @param longest the longest run there was
   * @param lastBreachOn null where there was none
   */
  public record SafeDays(long days, long longest, @Nullable LocalDate lastBreachOn) {}

  /**
   * What is about to be late in one unit.
   *
   * @param count all of it
   * @param first what is due first, a few rows
   */
  public record UnitAhead(String unit, long count, List<Ahead> first) {
    public UnitAhead {
      first = List.copyOf(first);
    }
  }

  /**
   * A running deadline that is due soon.
   *
   * @param subject in wire form, such as {@code case/A990001}
   * @param officer who is responsible; null where nobody is named
   * @param dueAt the first instant that is late
   */
  public record Ahead(
      String caseId,
      String subject,
      Names names,
      String unit,
      @Nullable String officer,
      Instant dueAt) {}

  /** How many breaches a unit had before and now, by itself. */
  public record Movement(String unit, long before, long after) {}

  public PeriodNumbers {
    indicators = List.copyOf(indicators);
    lists = List.copyOf(lists);
    if (!kind.firstOf(from).equals(from) || !kind.lastOf(from).equals(to)) {
      throw new IllegalArgumentException("no period of that kind: " + from + " to " + to);
    }
  }

  /** Without the rows of what is about to be late in these cases; the counts stay. */
  public PeriodNumbers without(Collection<String> cases) {
    var rows =
        ahead.rows().stream()
            .map(
                one ->
                    new UnitAhead(
                        one.unit(),
                        one.count(),
                        one.first().stream().filter(row -> !cases.contains(row.caseId())).toList()))
            .toList();
    return new PeriodNumbers(
        id,
        unit,
        kind,
        names,
        from,
        to,
        zone,
        at,
        belated,
        counts,
        before,
        units,
        indicators,
        lists,
        safeDays,
        new Bounded<>(rows, ahead.further()),
        atZero,
        movements);
  }

  /** The name of a period: {@code period:A32010:daily:2026-11-25}. */
  public static String idOf(String unit, Kind kind, LocalDate from) {
    return "period:" + unit + ":" + Words.of(kind) + ":" + from;
  }
}
