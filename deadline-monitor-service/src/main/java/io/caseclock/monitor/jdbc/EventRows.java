package io.caseclock.monitor.jdbc;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Posting;
import io.caseclock.contract.Subject;
import io.caseclock.jdbc.PostingColumns;
import io.caseclock.jdbc.Sql;
import io.caseclock.wire.Json;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of table {@code case_event}. */
final class EventRows {

  private static final ArrayColumns<CaseEvent> COLUMNS =
      new ArrayColumns<CaseEvent>()
          .with("case_id", "text", CaseEvent::caseId)
          .with("source", "text", event -> event.eventId().source())
          .with("event_id", "text", event -> event.eventId().id())
          .with("type", "text", CaseEvent::type)
          .with("subject", "text", CaseEvent::subject)
          .with("unit", "text", CaseEvent::unit)
          .with("officer", "text", CaseEvent::officer)
          .with("occurred_at", "timestamptz", CaseEvent::occurredAt)
          .with("accepted_at", "timestamptz", CaseEvent::acceptedAt)
          .with("recorded_at", "timestamptz", CaseEvent::recordedAt)
          .with("posted_by", "text", event -> posting(event, Posting::by))
          .with("posted_kind", "text", event -> posting(event, Posting::kind))
          .with(
              "posted_by_administrator", "boolean", event -> posting(event, Posting::administrator))
          .with("unit_path", "text", event -> posting(event, Posting::unitPath))
          .with("history_until", "timestamptz", CaseEvent::historyUntil)
          .with("data", "jsonb", event -> Json.text(event.data()));

  /** The columns that {@link #read} wants. */
  static final String SELECTED = COLUMNS.names();

  static final String INSERT =
      "insert into case_event ("
          + COLUMNS.names()
          + ", stored_at) select distinct on (r.case_id, r.source, r.event_id) r.*, now.at from "
          + COLUMNS.unnest()
          + " cross join (select ?::timestamptz as at) as now"
          + " order by r.case_id, r.source, r.event_id"
          + " on conflict do nothing returning case_id, source, event_id";

  static ArrayColumns<CaseEvent> columns() {
    return COLUMNS;
  }

  static CaseEvent read(ResultSet row) throws SQLException {
    return new CaseEvent(
        new EventId(row.getString("source"), row.getString("event_id")),
        row.getString("type"),
        Subject.parse(row.getString("subject")),
        row.getString("case_id"),
        Sql.required(row, "occurred_at"),
        Sql.required(row, "accepted_at"),
        Sql.instant(row, "recorded_at"),
        row.getString("unit"),
        row.getString("officer"),
        PostingColumns.read(row),
        Sql.instant(row, "history_until"),
        Json.object(row.getString("data").getBytes(StandardCharsets.UTF_8)));
  }

  private static @Nullable Object posting(
      CaseEvent event, Function<Posting, @Nullable Object> part) {
    return event.posting() == null ? null : part.apply(event.posting());
  }

  private EventRows() {}
}
