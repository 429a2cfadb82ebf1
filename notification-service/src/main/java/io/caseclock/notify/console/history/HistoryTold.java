package io.caseclock.notify.console.history;

import io.caseclock.contract.Names;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the monitor tells of history. */
final class HistoryTold {

  /**
   * What waits, by rule.
   *
   * @param most how many breaches one release takes
   */
  record Waiting(String unit, Instant asOf, int most, List<WaitingRule> rules) {

    /** What waits of a rule; null where nothing does. */
    public @Nullable WaitingRule of(String rule) {
      return rules.stream().filter(one -> one.rule().equals(rule)).findFirst().orElse(null);
    }
  }

  /**
   * What waits of a rule.
   *
   * @param officers how many officers are named in it
   */
  record WaitingRule(
      String rule, Names names, long waiting, long units, long officers, Instant oldest) {}

  /**
   * What would have been told.
   *
   * @param next where the next page begins; null on the last
   */
  record Report(String unit, List<Line> lines, List<Held> findings, @Nullable String next) {}

  /** Of a unit, by a rule, at a stage. */
  record Line(
      String unit,
      Names names,
      String severity,
      String level,
      long alarms,
      long open,
      long waiting) {

    public boolean isBreach() {
      return level.equals("breach");
    }
  }

  /** Findings that were held back. */
  record Held(String unit, String cause, long findings) {}

  /** Breaches behind the figures. */
  record Breaches(List<Breach> breaches, @Nullable String next) {}

  /** One of them. */
  record Breach(
      String caseId,
      Names names,
      String severity,
      String unit,
      @Nullable String officer,
      @Nullable Instant dueAt,
      @Nullable ZoneId zone,
      @Nullable String releasedAs) {}

  /** The newest decisions. */
  record Releases(List<Release> releases) {}

  /**
   * A decision.
   *
   * @param waiting how many of the same rule still wait; told only when it is made
   */
  record Release(
      String id,
      String unit,
      String rule,
      String as,
      int deadlines,
      String by,
      Instant at,
      @Nullable Long waiting) {

    public boolean leavesSome() {
      return waiting != null && waiting > 0;
    }
  }

  private HistoryTold() {}
}
