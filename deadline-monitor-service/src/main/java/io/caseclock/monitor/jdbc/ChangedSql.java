package io.caseclock.monitor.jdbc;

/**
 * What a deadline {@code d} came to since an instant, as conditions with the parameters {@code
 * since} and {@code now}.
 */
final class ChangedSql {

  /** Began to run; not where it turned out that nothing calls for it. */
  static final String OPENED =
      "(d.started_at between :since and :now"
          + " and not (d.phase = 'cancelled' and d.counted_on is null))";

  /** Known to have ended; of what was loaded as history only what ended after that. */
  private static final String ENDED =
      "(d.ended_known_at between :since and :now"
          + " and (d.history_until is null or d.ended_at >= d.history_until))";

  static final String MET = "(d.phase = 'met' and " + ENDED + ")";

  static final String MET_LATE = "(d.phase = 'met-late' and " + ENDED + ")";

  /** Late still, since then. */
  static final String STILL_LATE = "(d.phase = 'running' and d.late_from between :since and :now)";

  /** Late since then, and ended since. */
  static final String WAS_LATE =
      "(d.phase in ('met-late', 'cut-short', 'too-early', 'cancelled')"
          + " and (d.phase <> 'cancelled' or d.due_at is not null)"
          + " and coalesce(d.late_from, d.ended_at) between :since and :now and "
          + ENDED
          + ")";

  static final String BREACHED = "(" + STILL_LATE + " or " + WAS_LATE + ")";

  private ChangedSql() {}
}
