package io.caseclock.monitor.jdbc;

import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.count.LateCause;
import io.caseclock.monitor.deadline.DeadlineKey;
import io.caseclock.monitor.deadline.Responsible;
import io.caseclock.monitor.watch.Phase;
import io.caseclock.monitor.watch.ReleaseAs;
import io.caseclock.monitor.watch.RuleRef;
import io.caseclock.monitor.watch.StoredCount;
import io.caseclock.monitor.watch.StoredDeadline;
import io.caseclock.monitor.watch.StoredDeadline.Ended;
import io.caseclock.monitor.watch.StoredDue;
import io.caseclock.monitor.watch.StoredHistory;
import io.caseclock.monitor.watch.StoredHistory.Release;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of table {@code deadline}. */
final class DeadlineRows {

  private static final List<String> KEY = List.of("case_id", "id");

  private static final ArrayColumns<StoredDeadline> COLUMNS =
      new ArrayColumns<StoredDeadline>()
          .with("case_id", "text", StoredDeadline::caseId)
          .with("id", "uuid", StoredDeadline::id)
          .with("subject", "text", row -> row.key().subject())
          .with("rule", "text", row -> row.key().rule())
          .with("start_source", "text", row -> row.key().start().source())
          .with("start_event", "text", row -> row.key().start().id())
          .with("pack", "text", row -> row.rule().pack())
          .with("pack_version", "text", row -> row.rule().packVersion())
          .with("rule_version", "text", row -> row.rule().version())
          .with("element", "text", row -> row.rule().element())
          .with("statutory", "boolean", row -> row.rule().statutory())
          .with("severity", "text", row -> row.rule().severity())
          .with("list", "text", row -> row.rule().list())
          .with("unit", "text", row -> row.responsible().unit())
          .with("officer", "text", row -> row.responsible().officer())
          .with("started_at", "timestamptz", StoredDeadline::startedAt)
          .with("phase", "text", row -> row.phase().wire())
          .with("due_at", "timestamptz", StoredDeadline::dueAt)
          .with("due_on", "date", StoredDeadline::dueOn)
          .with("late_from", "timestamptz", StoredDeadline::lateFrom)
          .with("provisional", "boolean", StoredDeadline::isProvisional)
          .with("alternative_on", "date", StoredDeadline::alternativeOn)
          .with("ended_at", "timestamptz", StoredDeadline::endedAt)
          .with("ended_known_at", "timestamptz", StoredDeadline::endedKnownAt)
          .with("revision", "int4", StoredDeadline::revision)
          .with("calendar_version", "text", StoredDeadline::calendarVersion)
          .with("input_hash", "text", StoredDeadline::inputHash)
          .with(
              "refused", "text", row -> String.join("\n", row.refused().stream().sorted().toList()))
          .with("history_until", "timestamptz", row -> history(row, StoredHistory::until))
          .with(
              "history_alarms",
              "text",
              row -> history(row, history -> String.join("\n", history.alarms())))
          .with("release_id", "uuid", row -> release(row, Release::id))
          .with("released_as", "text", row -> release(row, release -> release.as().wire()))
          .with("counted_on", "date", row -> row.count().on())
          .with("extended", "boolean", row -> row.count().extended())
          .with("excluded_seconds", "int8", row -> row.count().excluded().toSeconds())
          .with("paused_at", "timestamptz", row -> row.count().pausedAt())
          .with("late_cause", "text", row -> lateCause(row));

  private static final String OWN = "d." + COLUMNS.names().replace(", ", ", d.");

  /**
   * The columns that {@link #read} wants, with {@code d} for the table: for pages, whose few rows
   * are chosen first.
   */
  static final String SELECTED =
      OWN
          + ", (select a.next_at from "
          + AlarmRows.OF_DEADLINE
          + ") as next_at, (select a.warned from "
          + AlarmRows.OF_DEADLINE
          + ") as warned";

  /** Whole deadlines, read at once for all rows: for what reads all that it finds. */
  static final String ALL =
      "select " + OWN + ", a.next_at, a.warned from " + AlarmRows.WITH_DEADLINES;

  static final String UPSERT =
      "insert into deadline ("
          + COLUMNS.names()
          + ", updated_at) select r.*, now.at from "
          + COLUMNS.unnest()
          + " cross join (select ?::timestamptz as at) as now on conflict (case_id, id) do update"
          + " set "
          + COLUMNS.assignments(KEY)
          + ", updated_at = excluded.updated_at";

  static ArrayColumns<StoredDeadline> columns() {
    return COLUMNS;
  }

  static StoredDeadline read(ResultSet row) throws SQLException {
    var key =
        new DeadlineKey(
            row.getString("case_id"),
            Subject.parse(row.getString("subject")),
            row.getString("rule"),
            new EventId(row.getString("start_source"), row.getString("start_event")));
    return new StoredDeadline(
        row.getObject("id", UUID.class),
        key,
        rule(row),
        new Responsible(row.getString("unit"), row.getString("officer")),
        Sql.required(row, "started_at"),
        Phase.ofWire(row.getString("phase")),
        due(row),
        row.getObject("alternative_on", LocalDate.class),
        ended(row),
        row.getInt("revision"),
        row.getString("calendar_version"),
        row.getString("input_hash"),
        refused(row.getString("refused")),
        Sql.instant(row, "next_at"),
        history(row),
        count(row));
  }

  private static @Nullable String lateCause(StoredDeadline row) {
    var cause = row.count().lateCause();
    return cause == null ? null : cause.wire();
  }

  private static StoredCount count(ResultSet row) throws SQLException {
    return new StoredCount(
        row.getObject("counted_on", LocalDate.class),
        row.getBoolean("extended"),
        row.getBoolean("warned"),
        Duration.ofSeconds(row.getLong("excluded_seconds")),
        Sql.instant(row, "paused_at"),
        LateCause.ofWire(row.getString("late_cause")));
  }

  private static @Nullable StoredHistory history(ResultSet row) throws SQLException {
    var until = Sql.instant(row, "history_until");
    if (until == null) {
      return null;
    }
    var alarms = row.getString("history_alarms");
    var as = row.getString("released_as");
    return new StoredHistory(
        until,
        alarms == null || alarms.isEmpty() ? List.of() : List.of(alarms.split("\n")),
        as == null
            ? null
            : new Release(row.getObject("release_id", UUID.class), ReleaseAs.ofWire(as)));
  }

  private static @Nullable Object history(
      StoredDeadline row, Function<StoredHistory, @Nullable Object> part) {
    return row.history() == null ? null : part.apply(row.history());
  }

  private static @Nullable Object release(StoredDeadline row, Function<Release, Object> part) {
    return row.history() == null || row.history().release() == null
        ? null
        : part.apply(row.history().release());
  }

  private static RuleRef rule(ResultSet row) throws SQLException {
    return new RuleRef(
        row.getString("pack"),
        row.getString("pack_version"),
        row.getString("rule_version"),
        row.getString("element"),
        row.getBoolean("statutory"),
        row.getString("severity"),
        row.getString("list"));
  }

  private static @Nullable StoredDue due(ResultSet row) throws SQLException {
    var at = Sql.instant(row, "due_at");
    return at == null
        ? null
        : new StoredDue(
            at,
            row.getObject("due_on", LocalDate.class),
            Sql.instant(row, "late_from"),
            row.getBoolean("provisional"));
  }

  private static @Nullable Ended ended(ResultSet row) throws SQLException {
    var at = Sql.instant(row, "ended_at");
    return at == null ? null : new Ended(at, Sql.required(row, "ended_known_at"));
  }

  private static Set<String> refused(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split("\n"));
  }

  private DeadlineRows() {}
}
