package io.caseclock.monitor.history;

import io.caseclock.monitor.report.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions about history; each sees only the subtree of a unit. */
public interface HistoryQueries {

  /**
   * Whose history.
   *
   * @param visibleUnit the root of what the caller sees
   * @param unit the unit asked for, and all below it
   */
  record Scope(String visibleUnit, String unit) {}

  /** Which of the breaches that are overdue to this day. */
  enum Which {
    /** All of them. */
    OPEN,
    /** Those that no supervisor has released. */
    WAITING,
    /** Those that one has released, in whatever way. */
    RELEASED
  }

  /**
   * Lines in their {@link HistoryLine#ORDER}.
   *
   * @param after the last line already seen; null to begin
   */
  List<HistoryLine> report(Scope scope, @Nullable HistoryLine after, Instant now, int limit);

  /** Findings that were held back, by unit and cause. */
  List<HeldFindingLine> findings(Scope scope, int limit);

  /**
   * Breaches of the time that is history which are overdue to this day, the oldest first.
   *
   * @param rule null for any
   */
  Page breaches(
      Scope scope,
      @Nullable String rule,
      Which which,
      Instant now,
      Page.@Nullable Cursor after,
      int limit);

  /**
   * What a release would tell of, by rule, the most first: breaches that are history, overdue to
   * this day and not released.
   */
  List<WaitingRule> waiting(Scope scope, Instant now, int limit);

  /** Decisions on the units of the scope, the newest first. */
  List<Release> releases(Scope scope, int limit);
}
