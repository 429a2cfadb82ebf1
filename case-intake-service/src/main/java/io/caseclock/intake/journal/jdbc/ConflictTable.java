package io.caseclock.intake.journal.jdbc;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Sha256;
import io.caseclock.intake.journal.CheckedEvent;
import io.caseclock.intake.journal.HistoryMark;
import io.caseclock.intake.journal.jdbc.JournalTable.Kept;
import io.caseclock.jdbc.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Records conflicts in table {@code event_conflict}, each other content once. */
final class ConflictTable {

  static final String SOURCE = EventId.CASECLOCK + ":intake";

  private static final String INSERT =
      """
      insert into event_conflict (source, event_id, content_hash, found_at) values (?, ?, ?, ?)
      on conflict do nothing
      """;

  private ConflictTable() {}

  /**
   * Records it and gives the finding that tells a supervisor; empty where it was known already, or
   * where it is about the directory, which has no timeline.
   */
  static Optional<CheckedEvent> record(
      Connection connection, HashedEvent refused, Kept kept, Instant foundAt) throws SQLException {
    var id = refused.eventId();
    try (var statement = connection.prepareStatement(INSERT)) {
      statement.setString(1, id.source());
      statement.setString(2, id.id());
      statement.setBytes(3, refused.hash());
      statement.setObject(4, Sql.utc(foundAt));
      var isNew = statement.executeUpdate() > 0;
      return isNew && refused.event().news() == null && isOfCase(kept)
          ? Optional.of(finding(refused, kept, foundAt))
          : Optional.empty();
    }
  }

  private static boolean isOfCase(Kept kept) {
    return !kept.subject().kind().equals("unit") && !kept.subject().kind().equals("officer");
  }

  private static CheckedEvent finding(HashedEvent refused, Kept kept, Instant foundAt) {
    var id = refused.eventId();
    var text =
        "同一事件编号收到不同内容，以先收到的为准 / The same event id came with other content; the first holds: ";
    Map<String, Object> data =
        Map.of(
            "unit",
            kept.unit(),
            "caseId",
            kept.caseId(),
            "element",
            kept.subject().kind(),
            "provision",
            "CloudEvents 1.0 (source,id)",
            "text",
            text + id,
            "cause",
            "conflict");
    return new CheckedEvent(
        new EventId(SOURCE, findingId(refused)),
        BuiltInTypes.FINDING_RECORDED,
        kept.subject(),
        kept.caseId(),
        kept.unit(),
        null,
        foundAt,
        null,
        null,
        // A load of old cases that repeats ids with other content is history too.
        refused.event().history().until() == null
            ? HistoryMark.NONE
            : new HistoryMark(null, foundAt),
        data,
        null,
        Map.of());
  }

  /** Deterministic: the same conflict has the same finding. */
  private static String findingId(HashedEvent refused) {
    var id = refused.eventId();
    var key = String.join("\n", id.source(), id.id(), refused.hex());
    var digest = Sha256.of(key.getBytes(StandardCharsets.UTF_8));
    return "conflict-" + HexFormat.of().formatHex(digest, 0, 16);
  }
}
