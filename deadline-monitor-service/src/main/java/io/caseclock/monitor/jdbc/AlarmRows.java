package io.caseclock.monitor.jdbc;

import io.caseclock.contract.CurrentTraces;
import io.caseclock.monitor.alarm.DueDeadlines.Told;
import io.caseclock.monitor.watch.StoredDeadline;

/**
 * The rows of table {@code alarm}: one for each deadline that the sweep ever had to look at. They
 * are written by whoever holds the lock of the case.
 */
final class AlarmRows {

  private static final String GRAVE = "grave";

  private static final String IS_OF = "a.case_id = d.case_id and a.deadline_id = d.id";

  /** The row of a deadline {@code d}, as a part of a query. */
  static final String OF_DEADLINE = "alarm a where " + IS_OF;

  /** Deadlines {@code d} with the row of each, or nulls in {@code a} where there is none. */
  static final String WITH_DEADLINES = "deadline d left join alarm a on " + IS_OF;

  private static final ArrayColumns<StoredDeadline> PLANNED_COLUMNS =
      new ArrayColumns<StoredDeadline>()
          .with("case_id", "text", StoredDeadline::caseId)
          .with("deadline_id", "uuid", StoredDeadline::id)
          .with("next_at", "timestamptz", StoredDeadline::nextAlarmAt)
          .with("grave", "boolean", AlarmRows::isGrave)
          .with("trace", "text", deadline -> CurrentTraces.of(deadline.caseId()));

  /** What an evaluation plans, and by which event; it says nothing of what was told. */
  static final String PLAN =
      "insert into alarm ("
          + PLANNED_COLUMNS.names()
          + ") select r.* from "
          + PLANNED_COLUMNS.unnest()
          + " on conflict (case_id, deadline_id) do update set next_at = excluded.next_at,"
          + " grave = excluded.grave, trace = excluded.trace";

  private static final ArrayColumns<Told> TOLD_COLUMNS =
      new ArrayColumns<Told>()
          .with("case_id", "text", told -> told.deadline().caseId())
          .with("deadline_id", "uuid", told -> told.deadline().id())
          .with("next_at", "timestamptz", Told::nextAlarmAt)
          .with("grave", "boolean", told -> isGrave(told.deadline()))
          .with("warned", "boolean", told -> told.deadline().count().warned());

  /** What the sweep told, and when it looks again. */
  static final String TELL =
      "insert into alarm ("
          + TOLD_COLUMNS.names()
          + ") select r.* from "
          + TOLD_COLUMNS.unnest()
          + " on conflict (case_id, deadline_id) do update set next_at = excluded.next_at,"
          + " grave = excluded.grave, warned = excluded.warned";

  static ArrayColumns<StoredDeadline> planned() {
    return PLANNED_COLUMNS;
  }

  static ArrayColumns<Told> told() {
    return TOLD_COLUMNS;
  }

  private static boolean isGrave(StoredDeadline deadline) {
    return deadline.rule().severity().equals(GRAVE);
  }

  private AlarmRows() {}
}
