package io.caseclock.intake.journal.jdbc;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.contract.Topics;
import io.caseclock.intake.journal.JournalEntry;
import io.caseclock.intake.journal.Republication;
import io.caseclock.jdbc.Sql;
import io.caseclock.outbox.Outbox;
import io.caseclock.outbox.OutboxRecord;
import io.caseclock.wire.CaseEventWire;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@link Republication} out of the journal in PostgreSQL. */
public final class JdbcRepublication implements Republication {

  /** The topic of the directory keeps the newest word on each for ever. */
  private static final Set<String> OF_DIRECTORY =
      Set.of(
          BuiltInTypes.UNIT_REGISTERED, BuiltInTypes.OFFICER_ASSIGNED, BuiltInTypes.OFFICER_AWAY);

  private final Sql sql;

  public JdbcRepublication(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public Step publish(Instant acceptedFrom, Place after, int most, Instant now) {
    return sql.transact(connection -> publish(connection, acceptedFrom, after, most, now));
  }

  private static Step publish(
      Connection connection, Instant acceptedFrom, Place after, int most, Instant now)
      throws SQLException {
    var entries = JournalReads.behind(connection, after, most);
    var wanted =
        entries.stream()
            .filter(entry -> !entry.acceptedAt().isBefore(acceptedFrom))
            .filter(entry -> !OF_DIRECTORY.contains(entry.type()))
            .toList();
    var inPart =
        JournalReads.inPart(
            connection, wanted.stream().map(JournalEntry::caseId).distinct().toList());
    var records =
        wanted.stream()
            .filter(entry -> !inPart.contains(entry.caseId()))
            .map(JdbcRepublication::record)
            .toList();
    Outbox.append(connection, records, now);
    var leftOut = wanted.size() - records.size();
    return new Step(entries.size(), records.size(), leftOut, next(entries, most));
  }

  private static @Nullable Place next(List<JournalEntry> entries, int most) {
    if (entries.size() < most) {
      return null;
    }
    var last = entries.getLast();
    return new Place(last.caseId(), last.seq());
  }

  private static OutboxRecord record(JournalEntry entry) {
    var event =
        new CaseEvent(
            new EventId(entry.source(), entry.id()),
            entry.type(),
            Subject.parse(entry.subject()),
            entry.caseId(),
            entry.time(),
            entry.acceptedAt(),
            entry.recordedTime(),
            entry.unit(),
            entry.officer(),
            entry.posting(),
            entry.historyUntil(),
            entry.data());
    return OutboxRecord.of(Topics.CASE_EVENTS, CaseEventWire.write(event));
  }
}
