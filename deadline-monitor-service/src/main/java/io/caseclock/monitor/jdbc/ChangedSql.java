package io.caseclock.monitor.jdbc;

import io.caseclock.monitor.report.Change;

/**
 * What a deadline {@code d} came to since an instant, as conditions with the parameters {@code
 * since} and {@code now}.
 */
final class ChangedSql {

  /** Began to run, whatever came of it. */
  static final String OPENED = "(d.started_at between :since and :now)";

  /** Known to have ended; of what was loaded as history only what ended after that. */
  private static final String ENDED =
      "(d.ended_known_at between :since and :now"
          + " and (d.history_until is null or d.ended_at >= d.history_until))";

  static final String MET = "(d.phase = 'met' and " + ENDED + ")";

  static final String MET_LATE = "(d.phase = 'met-late' and " + ENDED + ")";

  /** Late since then; of those that run. */
  static final String LATE_SINCE = "(d.late_from between :since and :now)";

  /** Late since then, and ended since. */
  static final String WAS_LATE =
      "(d.phase in ('met-late', 'cut-short', 'too-early', 'cancelled')"
          + " and (d.phase <> 'cancelled' or d.due_at is not null)"
          + " and coalesce(d.late_from, d.ended_at) between :since and :now and "
          + ENDED
          + ")";

  private static final String BREACHED =
      "((d.phase = 'running' and " + LATE_SINCE + ") or " + WAS_LATE + ")";

  /** The condition of one change. */
  static String of(Change change) {
    return switch (change) {
      case OPENED -> OPENED;
      case BREACHED -> BREACHED;
      case MET -> MET;
      case MET_LATE -> MET_LATE;
    };
  }

  private ChangedSql() {}
}
