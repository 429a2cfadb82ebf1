package io.caseclock.intake.journal.jdbc;

import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.intake.journal.JournalEntry;
import io.caseclock.wire.Json;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
        occurred_at, recorded_at, accepted_at, data)
      select source, event_id, content_hash, type, subject, case_id, unit, officer,
        occurred_at::timestamptz, recorded_at::timestamptz, ?, data::jsonb
      from unnest(?::text[], ?::text[], ?::bytea[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::text[], ?::text[], ?::text[]) with ordinality
        as r(source, event_id, content_hash, type, subject, case_id, unit, officer, occurred_at,
          recorded_at, data, n)
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

  /** Inserts the entries, each with an id of its own, and tells which of the ids were new. */
  static Set<EventId> insert(
      Connection connection, Collection<HashedEntry> entries, Instant acceptedAt)
      throws SQLException {
    Set<EventId> inserted = new HashSet<>();
    try (var statement = connection.prepareStatement(INSERT)) {
      var rows = List.copyOf(entries);
      statement.setObject(1, acceptedAt.atOffset(ZoneOffset.UTC));
      statement.setArray(2, texts(connection, rows, entry -> entry.eventId().source()));
      statement.setArray(3, texts(connection, rows, entry -> entry.eventId().id()));
      statement.setArray(
          4,
          connection.createArrayOf(
              "bytea", rows.stream().map(HashedEntry::hash).toArray(byte[][]::new)));
      statement.setArray(5, texts(connection, rows, JournalEntry::type));
      statement.setArray(6, texts(connection, rows, entry -> entry.subject().toString()));
      statement.setArray(7, texts(connection, rows, JournalEntry::caseId));
      statement.setArray(8, texts(connection, rows, JournalEntry::unit));
      statement.setArray(9, texts(connection, rows, JournalEntry::officer));
      statement.setArray(10, texts(connection, rows, entry -> entry.occurredAt().toString()));
      statement.setArray(11, texts(connection, rows, JournalTable::recordedAt));
      statement.setArray(12, texts(connection, rows, entry -> Json.text(entry.data())));
      try (var ids = statement.executeQuery()) {
        while (ids.next()) {
          inserted.add(new EventId(ids.getString(1), ids.getString(2)));
        }
      }
    }
    return inserted;
  }

  private static @Nullable String recordedAt(JournalEntry entry) {
    return entry.recordedAt() == null ? null : entry.recordedAt().toString();
  }

  private static Array texts(
      Connection connection, List<HashedEntry> rows, Function<JournalEntry, @Nullable String> text)
      throws SQLException {
    return connection.createArrayOf(
        "text", rows.stream().map(row -> text.apply(row.entry())).toArray());
  }

  static Map<EventId, Kept> find(Connection connection, Collection<EventId> ids)
      throws SQLException {
    Map<EventId, Kept> found = new HashMap<>();
    if (ids.isEmpty()) {
      return found;
    }
    try (var statement = connection.prepareStatement(FIND)) {
      statement.setArray(
          1, connection.createArrayOf("text", ids.stream().map(EventId::source).toArray()));
      statement.setArray(
          2, connection.createArrayOf("text", ids.stream().map(EventId::id).toArray()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.put(
              new EventId(rows.getString(1), rows.getString(2)),
              new Kept(
                  rows.getBytes(3),
                  Subject.parse(rows.getString(4)),
                  rows.getString(5),
                  rows.getString(6),
                  rows.getObject(7, OffsetDateTime.class).toInstant()));
        }
      }
    }
    return found;
  }
}
