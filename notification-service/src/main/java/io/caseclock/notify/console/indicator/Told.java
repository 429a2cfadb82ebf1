package io.caseclock.notify.console.indicator;

import io.caseclock.contract.Names;
import io.caseclock.notify.console.frame.Links;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the monitor tells of indicators. */
interface Told {

  /** All of a period. */
  record All(Instant asOf, List<IndicatorLine> indicators) {}

  /** One of them, by unit. */
  record ByUnit(
      Instant asOf,
      LocalDate from,
      LocalDate to,
      IndicatorLine indicator,
      List<RuleName> rules,
      List<UnitRate> units) {}

  record RuleName(String id, Names names) {

    public String path() {
      return "/rules/" + Links.segment(id);
    }
  }

  /**
   * The rate of one unit.
   *
   * @param rank null where too little is known to rank it
   */
  record UnitRate(
      String unit,
      long met,
      long of,
      @Nullable BigDecimal percent,
      @Nullable String colour,
      @Nullable Integer rank) {}

  /**
   * Deadlines behind the miss.
   *
   * @param then what some were taken for when the period ended, by their ids
   * @param next null on the last page
   */
  record Failed(List<Missed> deadlines, Map<String, Taken> then, @Nullable String next) {

    /** What it was taken for; null where it was known as it is now. */
    public @Nullable Taken then(String deadline) {
      return then.get(deadline);
    }
  }

  /**
   * What a deadline was taken for.
   *
   * @param names null where it was not known, or not in this period
   */
  record Taken(@Nullable Names names) {}

  record Missed(
      String id,
      String caseId,
      String rule,
      Names names,
      String unit,
      @Nullable String officer,
      @Nullable Instant dueAt,
      @Nullable ZoneId zone,
      String status,
      boolean lateData) {

    public String rulePath() {
      return "/rules/" + Links.segment(rule);
    }
  }
}
