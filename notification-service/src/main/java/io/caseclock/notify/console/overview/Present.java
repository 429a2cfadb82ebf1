package io.caseclock.notify.console.overview;

import io.caseclock.contract.Names;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.monitor.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a unit stands, as the monitor tells it.
 *
 * @param since from when changes are counted
 * @param zone in which its days are days
 */
public record Present(
    String unit,
    Instant asOf,
    Instant since,
    LocalDate today,
    ZoneId zone,
    Standing all,
    List<Standing> below,
    AtZero atZero) {

  /** As many names as a screen across the room can show below each other. */
  private static final int FEW = 9;

  /** The units directly below of which something is late. */
  public List<Standing> late() {
    return below.stream().filter(one -> one.figures().overdue().count() > 0).toList();
  }

  /** The first of them. */
  public List<Standing> fewLate() {
    return late().stream().limit(FEW).toList();
  }

  /** How many are not among the first. */
  public int moreLate() {
    return late().size() - fewLate().size();
  }

  /**
   * A unit with all below it.
   *
   * @param names null where nobody knows the unit
   * @param lastMonth as far as this month has gone
   */
  public record Standing(
      String unit, @Nullable Names names, Figures figures, Month thisMonth, Month lastMonth) {

    /** The deadlines of this month that were done in time. */
    public String metLink() {
      return ofThisMonth("met");
    }

    /** Those of which nobody can say yet, or at all, whether they were done in time. */
    public String restLink() {
      return ofThisMonth("running,lapsed");
    }

    private String ofThisMonth(String status) {
      return Query.of("unit", unit)
          .and("status", status)
          .and("dueOnFrom", thisMonth.from())
          .and("dueOnTo", thisMonth.to())
          .behind("/deadlines");
    }

    /** The overview of this unit. */
    public String link() {
      return "/?unit=" + Links.segment(unit);
    }
  }

  /** A month as far as it goes. */
  public record Month(LocalDate from, LocalDate to, long due, long breached, Rate rate) {

    /** What was due and counts in no rate: not done and not late yet, and rights that lapsed. */
    public long rest() {
      return due - rate.of();
    }
  }

  /**
   * @param percent null where nothing is known
   */
  public record Rate(long met, long of, @Nullable BigDecimal percent) {}

  /** Units that were never late this month, of those that had anything due. */
  public record AtZero(int count, int of, List<UnitName> units) {

    /** The first of them. */
    public List<UnitName> few() {
      return units.subList(0, Math.min(FEW, units.size()));
    }

    /** How many are not among the few. */
    public int more() {
      return count - few().size();
    }

    /** How many are not named at all. */
    public int unnamed() {
      return count - units.size();
    }
  }

  public record UnitName(String unit, Names names) {}
}
