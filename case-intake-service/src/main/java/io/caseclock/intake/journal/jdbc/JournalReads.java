package io.caseclock.intake.journal.jdbc;

import io.caseclock.contract.EventId;
import io.caseclock.directory.jdbc.Subtree;
import io.caseclock.intake.journal.Conflict;
import io.caseclock.intake.journal.JournalEntry;
import io.caseclock.intake.journal.Receipt;
import io.caseclock.intake.journal.Republication.Place;
import io.caseclock.intake.journal.Window;
import io.caseclock.jdbc.PostingColumns;
import io.caseclock.jdbc.Sql;
import io.caseclock.wire.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the journal; every statement for a caller is bounded by that caller's subtree. */
final class JournalReads {

  /**
   * Events that a unit of the visible subtree posted or is named in, and those of its cases, of a
   * former one up to the hand-over; takes the root of what is visible, and the same again.
   */
  private static final String VISIBLE =
      " ("
          + Subtree.holds("j.unit")
          + " or exists (select 1 from case_tenure t where t.case_id = j.case_id"
          + " and (t.until_at is null or j.occurred_at < t.until_at) and "
          + Subtree.holds("t.unit")
          + ")) ";

  private static final String RECEIPT =
      """
      select j.case_id, j.type, j.accepted_at, p.published_at, encode(j.content_hash, 'hex'),
        j.occurred_at, j.purged_at
      from journal j
      left join event_publication p on p.source = j.source and p.event_id = j.event_id
      where j.source = ? and j.event_id = ? and
      """
          + VISIBLE;

  private static final String ENTRIES =
      """
      select j.seq, j.source, j.event_id, j.type, j.subject, j.case_id, j.unit, j.officer,
        j.occurred_at, j.recorded_at, j.accepted_at, encode(j.content_hash, 'hex'), j.data::text,
        j.as_sent::text, j.posted_by, j.posted_kind, j.posted_by_administrator, j.unit_path,
        j.history_until, j.purged_at
      from journal j
      """;

  private static final String OF_CASE =
      ENTRIES + "where j.case_id = ? and j.seq > ? and" + VISIBLE + "order by j.seq limit ?";

  private static final String BEHIND =
      ENTRIES + "where (j.case_id, j.seq) > (?, ?) order by j.case_id, j.seq limit ?";

  private static final String IN_PART =
      "select distinct case_id from journal where case_id = any (?) and purged_at is not null";

  private static final String CONFLICTS =
      """
      select c.seq, c.source, c.event_id, j.case_id, j.unit, encode(j.content_hash, 'hex'),
        encode(c.content_hash, 'hex'), c.found_at
      from event_conflict c join journal j on j.source = c.source and j.event_id = c.event_id
      where c.seq > ? and
      """
          + VISIBLE
          + "order by c.seq limit ?";

  private JournalReads() {}

  static Optional<Receipt> receipt(Connection connection, EventId id, String visibleUnit)
      throws SQLException {
    return Sql.query(
            connection,
            RECEIPT,
            statement -> {
              statement.setString(1, id.source());
              statement.setString(2, id.id());
              statement.setString(3, visibleUnit);
              statement.setString(4, visibleUnit);
            },
            row ->
                new Receipt(
                    id,
                    row.getString(1),
                    row.getString(2),
                    Sql.required(row, "occurred_at"),
                    Sql.required(row, "accepted_at"),
                    Sql.instant(row, "published_at"),
                    row.getString(5),
                    Sql.instant(row, "purged_at")))
        .stream()
        .findFirst();
  }

  static List<JournalEntry> ofCase(
      Connection connection, String caseId, String visibleUnit, Window window) throws SQLException {
    return Sql.query(
        connection,
        OF_CASE,
        statement -> {
          statement.setString(1, caseId);
          statement.setLong(2, window.after());
          statement.setString(3, visibleUnit);
          statement.setString(4, visibleUnit);
          statement.setInt(5, window.limit());
        },
        JournalReads::keptEvent);
  }

  /** Of all cases, one after the other, whoever may see them. */
  static List<JournalEntry> behind(Connection connection, Place place, int most)
      throws SQLException {
    return Sql.query(
        connection,
        BEHIND,
        statement -> {
          statement.setString(1, place.caseId());
          statement.setLong(2, place.seq());
          statement.setInt(3, most);
        },
        JournalReads::keptEvent);
  }

  /** Those of the cases of which contents were deleted. */
  static Set<String> inPart(Connection connection, Collection<String> caseIds) throws SQLException {
    return new HashSet<>(
        Sql.query(
            connection,
            IN_PART,
            statement -> statement.setArray(1, connection.createArrayOf("text", caseIds.toArray())),
            row -> row.getString(1)));
  }

  private static JournalEntry keptEvent(ResultSet row) throws SQLException {
    return new JournalEntry(
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
        PostingColumns.read(row),
        Json.object(row.getString(13).getBytes(StandardCharsets.UTF_8)),
        asSent(row.getString(14)),
        Sql.instant(row, "history_until"),
        Sql.instant(row, "purged_at"));
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
          statement.setLong(1, window.after());
          statement.setString(2, visibleUnit);
          statement.setString(3, visibleUnit);
          statement.setInt(4, window.limit());
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
