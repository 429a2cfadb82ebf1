package io.caseclock.intake.journal.jdbc;

import io.caseclock.contract.EventId;
import io.caseclock.intake.journal.Conflict;
import io.caseclock.intake.journal.KeptEvent;
import io.caseclock.intake.journal.Receipt;
import io.caseclock.intake.journal.Window;
import io.caseclock.wire.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the journal; every statement is bounded by the caller's subtree. */
final class JournalReads {

  /** Joins to rows of a visible unit; takes the root of what is visible. */
  private static final String VISIBLE =
      """
      join unit u on u.id = j.unit
        and starts_with(u.path, (select root.path from unit root where root.id = ?))
      """;

  private static final String RECEIPT =
      """
      select j.case_id, j.type, j.accepted_at, p.published_at, encode(j.content_hash, 'hex')
      from journal j
      """
          + VISIBLE
          + """
          left join event_publication p on p.source = j.source and p.event_id = j.event_id
          where j.source = ? and j.event_id = ?
          """;

  private static final String OF_CASE =
      """
      select j.seq, j.source, j.event_id, j.type, j.subject, j.case_id, j.unit, j.officer,
        j.occurred_at, j.recorded_at, j.accepted_at, encode(j.content_hash, 'hex'), j.data::text
      from journal j
      """
          + VISIBLE
          + "where j.case_id = ? and j.seq > ? order by j.seq limit ?";

  private static final String CONFLICTS =
      """
      select c.seq, c.source, c.event_id, j.case_id, j.unit, encode(j.content_hash, 'hex'),
        encode(c.content_hash, 'hex'), c.found_at
      from event_conflict c join journal j on j.source = c.source and j.event_id = c.event_id
      """
          + VISIBLE
          + "where c.seq > ? order by c.seq limit ?";

  private JournalReads() {}

  static Optional<Receipt> receipt(Connection connection, EventId id, String visibleUnit)
      throws SQLException {
    try (var statement = connection.prepareStatement(RECEIPT)) {
      statement.setString(1, visibleUnit);
      statement.setString(2, id.source());
      statement.setString(3, id.id());
      return all(
              statement,
              row ->
                  new Receipt(
                      id,
                      row.getString(1),
                      row.getString(2),
                      instant(row, 3),
                      optionalInstant(row, 4),
                      row.getString(5)))
          .stream()
          .findFirst();
    }
  }

  static List<KeptEvent> ofCase(
      Connection connection, String caseId, String visibleUnit, Window window) throws SQLException {
    try (var statement = connection.prepareStatement(OF_CASE)) {
      statement.setString(1, visibleUnit);
      statement.setString(2, caseId);
      statement.setLong(3, window.after());
      statement.setInt(4, window.limit());
      return all(statement, JournalReads::keptEvent);
    }
  }

  private static KeptEvent keptEvent(ResultSet row) throws SQLException {
    return new KeptEvent(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        instant(row, 9),
        optionalInstant(row, 10),
        instant(row, 11),
        row.getString(12),
        Json.object(row.getString(13).getBytes(StandardCharsets.UTF_8)));
  }

  static List<Conflict> conflicts(Connection connection, String visibleUnit, Window window)
      throws SQLException {
    try (var statement = connection.prepareStatement(CONFLICTS)) {
      statement.setString(1, visibleUnit);
      statement.setLong(2, window.after());
      statement.setInt(3, window.limit());
      return all(
          statement,
          row ->
              new Conflict(
                  row.getLong(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getString(6),
                  row.getString(7),
                  instant(row, 8)));
    }
  }

  @FunctionalInterface
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static <T> List<T> all(PreparedStatement statement, RowReader<T> reader)
      throws SQLException {
    List<T> found = new ArrayList<>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(reader.read(rows));
      }
    }
    return found;
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant optionalInstant(ResultSet row, int column) throws SQLException {
    var moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
