package io.caseclock.intake.journal.jdbc;

import io.caseclock.contract.EventId;
import io.caseclock.contract.Posting;
import io.caseclock.contract.Subject;
import io.caseclock.intake.journal.CheckedEvent;
import io.caseclock.jdbc.Sql;
import io.caseclock.wire.Json;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes to table {@code journal}, many rows a statement. */
final class JournalTable {

  private static final String INSERT =
      """
      insert into journal (source, event_id, content_hash, type, subject, case_id, unit, officer,
        occurred_at, recorded_at, posted_by, posted_kind, posted_by_administrator, unit_path,
        accepted_at, data, as_sent, history_until)
      select source, event_id, content_hash, type, subject, case_id, unit, officer,
        occurred_at::timestamptz, recorded_at::timestamptz, posted_by, posted_kind,
        posted_by_administrator::boolean, unit_path, accepted_at, data::jsonb, as_sent::jsonb,
        history_until::timestamptz
      from unnest(?::text[], ?::text[], ?::bytea[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::text[], ?::timestamptz[]) with ordinality
        as r(source, event_id, content_hash, type, subject, case_id, unit, officer, occurred_at,
          recorded_at, posted_by, posted_kind, posted_by_administrator, unit_path, data, as_sent,
          history_until, accepted_at, n)
      order by n
      on conflict do nothing
      returning source, event_id
      """;

  private static final String FIND =
      """
      select j.source, j.event_id, j.content_hash, j.subject, j.case_id, j.unit, j.accepted_at
      from unnest(?::text[], ?::text[]) as r(source, event_id)
      join journal j on j.source = r.source and j.event_id = r.event_id
      """;

  private JournalTable() {}

  /**
   * What the journal holds under an id.
   *
   * @param hash of the content that holds
   */
  record Kept(byte[] hash, Subject subject, String caseId, String unit, Instant acceptedAt) {}

  /** Inserts the events, each with an id of its own, and tells which of the ids were new. */
  static Set<EventId> insert(Connection connection, Collection<HashedEvent> events)
      throws SQLException {
    var rows = List.copyOf(events);
    return new HashSet<>(
        Sql.query(
            connection,
            INSERT,
            statement -> bind(connection, statement, rows),
            row -> new EventId(row.getString(1), row.getString(2))));
  }

  private static void bind(
      Connection connection, PreparedStatement statement, List<HashedEvent> rows)
      throws SQLException {
    statement.setArray(1, texts(connection, rows, event -> event.eventId().source()));
    statement.setArray(2, texts(connection, rows, event -> event.eventId().id()));
    statement.setArray(
        3,
        connection.createArrayOf(
            "bytea", rows.stream().map(HashedEvent::hash).toArray(byte[][]::new)));
    statement.setArray(4, texts(connection, rows, CheckedEvent::type));
    statement.setArray(5, texts(connection, rows, event -> event.subject().toString()));
    statement.setArray(6, texts(connection, rows, CheckedEvent::caseId));
    statement.setArray(7, texts(connection, rows, CheckedEvent::unit));
    statement.setArray(8, texts(connection, rows, CheckedEvent::officer));
    statement.setArray(9, texts(connection, rows, event -> event.occurredAt().toString()));
    statement.setArray(10, texts(connection, rows, JournalTable::recordedAt));
    statement.setArray(11, texts(connection, rows, posting(Posting::by)));
    statement.setArray(12, texts(connection, rows, posting(Posting::kind)));
    statement.setArray(
        13, texts(connection, rows, posting(posting -> String.valueOf(posting.administrator()))));
    statement.setArray(14, texts(connection, rows, posting(Posting::unitPath)));
    statement.setArray(15, texts(connection, rows, event -> Json.text(event.data())));
    statement.setArray(16, texts(connection, rows, JournalTable::asSent));
    statement.setArray(17, texts(connection, rows, JournalTable::historyUntil));
    statement.setArray(
        18,
        connection.createArrayOf(
            "timestamptz", rows.stream().map(row -> Sql.utc(row.acceptedAt())).toArray()));
  }

  private static @Nullable String asSent(CheckedEvent event) {
    return event.asSent().isEmpty() ? null : Json.text(event.asSent());
  }

  private static @Nullable String historyUntil(CheckedEvent event) {
    var until = event.history().until();
    return until == null ? null : until.toString();
  }

  private static @Nullable String recordedAt(CheckedEvent event) {
    return event.recordedAt() == null ? null : event.recordedAt().toString();
  }

  private static Function<CheckedEvent, @Nullable String> posting(
      Function<Posting, @Nullable String> part) {
    return event -> event.posting() == null ? null : part.apply(event.posting());
  }

  private static Array texts(
      Connection connection, List<HashedEvent> rows, Function<CheckedEvent, @Nullable String> text)
      throws SQLException {
    return connection.createArrayOf(
        "text", rows.stream().map(row -> text.apply(row.event())).toArray());
  }

  static Map<EventId, Kept> find(Connection connection, Collection<EventId> ids)
      throws SQLException {
    Map<EventId, Kept> found = new HashMap<>();
    if (ids.isEmpty()) {
      return found;
    }
    Sql.query(
            connection,
            FIND,
            statement -> {
              statement.setArray(
                  1, connection.createArrayOf("text", ids.stream().map(EventId::source).toArray()));
              statement.setArray(
                  2, connection.createArrayOf("text", ids.stream().map(EventId::id).toArray()));
            },
            JournalTable::found)
        .forEach(one -> found.put(one.id(), one.kept()));
    return found;
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        new EventId(row.getString(1), row.getString(2)),
        new Kept(
            row.getBytes(3),
            Subject.parse(row.getString(4)),
            row.getString(5),
            row.getString(6),
            Sql.required(row, "accepted_at")));
  }

  private record Found(EventId id, Kept kept) {}
}
