package io.caseclock.monitor.watch.jdbc;

import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.deadline.DeadlineKey;
import io.caseclock.monitor.watch.Phase;
import io.caseclock.monitor.watch.StoredDeadline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The rows of table {@code deadline}. */
public final class DeadlineRows {

  private static final List<String> KEY = List.of("case_id", "id");

  private static final ArrayColumns<StoredDeadline> COLUMNS =
      new ArrayColumns<StoredDeadline>()
          .with("case_id", "text", StoredDeadline::caseId)
          .with("id", "uuid", StoredDeadline::id)
          .with("subject", "text", row -> row.key().subject())
          .with("rule", "text", row -> row.key().rule())
          .with("start_source", "text", row -> row.key().start().source())
          .with("start_event", "text", row -> row.key().start().id())
          .with("pack", "text", StoredDeadline::packId)
          .with("pack_version", "text", StoredDeadline::packVersion)
          .with("rule_version", "text", StoredDeadline::ruleVersion)
          .with("element", "text", StoredDeadline::element)
          .with("statutory", "boolean", StoredDeadline::statutory)
          .with("severity", "text", StoredDeadline::severity)
          .with("list", "text", StoredDeadline::list)
          .with("unit", "text", StoredDeadline::unit)
          .with("officer", "text", StoredDeadline::officer)
          .with("started_at", "timestamptz", StoredDeadline::startedAt)
          .with("phase", "text", row -> row.phase().wire())
          .with("due_at", "timestamptz", StoredDeadline::dueAt)
          .with("due_on", "date", StoredDeadline::dueOn)
          .with("late_from", "timestamptz", StoredDeadline::lateFrom)
          .with("provisional", "boolean", StoredDeadline::provisional)
          .with("alternative_on", "date", StoredDeadline::alternativeOn)
          .with("ended_at", "timestamptz", StoredDeadline::endedAt)
          .with("ended_known_at", "timestamptz", StoredDeadline::endedKnownAt)
          .with("revision", "int4", StoredDeadline::revision)
          .with("calendar_version", "text", StoredDeadline::calendarVersion)
          .with("input_hash", "text", StoredDeadline::inputHash)
          .with(
              "refused", "text", row -> String.join("\n", row.refused().stream().sorted().toList()))
          .with("next_alarm_at", "timestamptz", StoredDeadline::nextAlarmAt);

  /** The columns that {@link #read} wants, with {@code d} for the table. */
  public static final String SELECTED = "d." + COLUMNS.names().replace(", ", ", d.");

  static final String UPSERT =
      "insert into deadline ("
          + COLUMNS.names()
          + ", updated_at) select r.*, now.at from "
          + COLUMNS.unnest()
          + " cross join (select ?::timestamptz as at) as now on conflict (case_id, id) do update set "
          + COLUMNS.assignments(KEY)
          + ", updated_at = excluded.updated_at";

  static ArrayColumns<StoredDeadline> columns() {
    return COLUMNS;
  }

  public static StoredDeadline read(ResultSet row) throws SQLException {
    var key =
        new DeadlineKey(
            row.getString("case_id"),
            Subject.parse(row.getString("subject")),
            row.getString("rule"),
            new EventId(row.getString("start_source"), row.getString("start_event")));
    return new StoredDeadline(
        row.getObject("id", UUID.class),
        key,
        row.getString("pack"),
        row.getString("pack_version"),
        row.getString("rule_version"),
        row.getString("element"),
        row.getBoolean("statutory"),
        row.getString("severity"),
        row.getString("list"),
        row.getString("unit"),
        row.getString("officer"),
        Sql.required(row, "started_at"),
        Phase.ofWire(row.getString("phase")),
        Sql.instant(row, "due_at"),
        row.getObject("due_on", LocalDate.class),
        Sql.instant(row, "late_from"),
        row.getBoolean("provisional"),
        row.getObject("alternative_on", LocalDate.class),
        Sql.instant(row, "ended_at"),
        Sql.instant(row, "ended_known_at"),
        row.getInt("revision"),
        row.getString("calendar_version"),
        row.getString("input_hash"),
        refused(row.getString("refused")),
        Sql.instant(row, "next_alarm_at"));
  }

  private static Set<String> refused(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split("\n"));
  }

  private DeadlineRows() {}
}
