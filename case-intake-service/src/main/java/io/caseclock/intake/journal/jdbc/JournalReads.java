package io.caseclock.intake.journal.jdbc;

import io.caseclock.contract.EventId;
import io.caseclock.intake.journal.Conflict;
import io.caseclock.intake.journal.KeptEvent;
import io.caseclock.intake.journal.Receipt;
import io.caseclock.intake.journal.Window;
import io.caseclock.jdbc.Sql;
import io.caseclock.wire.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
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
        j.occurred_at, j.recorded_at, j.accepted_at, encode(j.content_hash, 'hex'), j.data::text,
        j.as_sent::text
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
    return Sql.query(
            connection,
            RECEIPT,
            statement -> {
              statement.setString(1, visibleUnit);
              statement.setString(2, id.source());
              statement.setString(3, id.id());
            },
            row ->
                new Receipt(
                    id,
                    row.getString(1),
                    row.getString(2),
                    Sql.required(row, "accepted_at"),
                    Sql.instant(row, "published_at"),
                    row.getString(5)))
        .stream()
        .findFirst();
  }

  static List<KeptEvent> ofCase(
      Connection connection, String caseId, String visibleUnit, Window window) throws SQLException {
    return Sql.query(
        connection,
        OF_CASE,
        statement -> {
          statement.setString(1, visibleUnit);
          statement.setString(2, caseId);
          statement.setLong(3, window.after());
          statement.setInt(4, window.limit());
        },
        JournalReads::keptEvent);
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
        Sql.required(row, "occurred_at"),
        Sql.instant(row, "recorded_at"),
        Sql.required(row, "accepted_at"),
        row.getString(12),
        Json.object(row.getString(13).getBytes(StandardCharsets.UTF_8)),
        asSent(row.getString(14)));
  }

  private static @Nullable Map<String, Object> asSent(@Nullable String json) {
    return json == null ? null : Json.object(json.getBytes(StandardCharsets.UTF_8));
  }

  static List<Conflict> conflicts(Connection connection, String visibleUnit, Window window)
      throws SQLException {
    return Sql.query(
        connection,
        CONFLICTS,
        statement -> {
          statement.setString(1, visibleUnit);
          statement.setLong(2, window.after());
          statement.setInt(3, window.limit());
        },
        row ->
            new Conflict(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                Sql.required(row, "found_at")));
  }
}
