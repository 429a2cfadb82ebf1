package io.caseclock.monitor.jdbc;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.Topics;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.alarm.DueDeadlines;
import io.caseclock.monitor.watch.StoredDeadline;
import io.caseclock.monitor.watch.WatchedCases.Size;
import io.caseclock.outbox.Outbox;
import io.caseclock.outbox.OutboxRecord;
import io.caseclock.wire.DeadlineEventWire;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/** Claim, decision and news in one transaction: there is no lease that could be lost. */
public final class JdbcDueDeadlines implements DueDeadlines {

  private static final String CLAIM =
      "select "
          + DeadlineRows.SELECTED
          + " from deadline d where next_alarm_at <= ? order by next_alarm_at limit ?"
          + " for update skip locked";
  private static final String EVENTS =
      "select " + EventRows.SELECTED + " from case_event where case_id = any (?)";
  private static final ArrayColumns<Told> NEXT_COLUMNS =
      new ArrayColumns<Told>()
          .with("case_id", "text", told -> told.deadline().caseId())
          .with("id", "uuid", told -> told.deadline().id())
          .with("next_alarm_at", "timestamptz", Told::nextAlarmAt)
          .with("phase", "text", told -> told.deadline().phase().wire())
          .with("ended_at", "timestamptz", told -> told.deadline().endedAt())
          .with("ended_known_at", "timestamptz", told -> told.deadline().endedKnownAt())
          .with("revision", "int4", told -> told.deadline().revision())
          .with("warned", "boolean", told -> told.deadline().count().warned());
  private static final String STORE_NEXT =
      "update deadline d set next_alarm_at = r.next_alarm_at, phase = r.phase,"
          + " ended_at = r.ended_at, ended_known_at = r.ended_known_at, revision = r.revision,"
          + " warned = r.warned from "
          + NEXT_COLUMNS.unnest()
          + " where d.case_id = r.case_id and d.id = r.id";

  private final Sql sql;

  public JdbcDueDeadlines(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public int claim(Instant now, int limit, Function<Batch, List<Told>> work) {
    return sql.transact(
        connection -> {
          var claimed =
              Sql.query(
                  connection,
                  CLAIM,
                  statement -> {
                    statement.setObject(1, Sql.utc(now));
                    statement.setInt(2, limit);
                  },
                  DeadlineRows::read);
          if (!claimed.isEmpty()) {
            store(connection, work.apply(new JdbcBatch(connection, claimed)), now);
          }
          return claimed.size();
        });
  }

  private static void store(Connection connection, List<Told> told, Instant now)
      throws SQLException {
    Sql.update(connection, STORE_NEXT, statement -> NEXT_COLUMNS.bind(connection, statement, told));
    var news =
        told.stream()
            .flatMap(one -> one.alarm().stream())
            .map(alarm -> OutboxRecord.of(Topics.DEADLINE_EVENTS, DeadlineEventWire.write(alarm)))
            .toList();
    Outbox.append(connection, news, now);
    CountRows.append(connection, told.stream().flatMap(one -> one.counts().stream()).toList());
  }

  private record JdbcBatch(Connection connection, List<StoredDeadline> claimed) implements Batch {

    @Override
    public List<Size> sizes(Collection<String> caseIds, int most) {
      try {
        return CaseSizes.of(connection, caseIds, most);
      } catch (SQLException e) {
        throw new Sql.DatabaseException(e);
      }
    }

    @Override
    public Map<String, List<CaseEvent>> events(Collection<String> caseIds) {
      if (caseIds.isEmpty()) {
        return Map.of();
      }
      try {
        var ids = connection.createArrayOf("text", caseIds.toArray());
        Map<String, List<CaseEvent>> events = new HashMap<>();
        Sql.query(connection, EVENTS, statement -> statement.setArray(1, ids), EventRows::read)
            .forEach(
                event ->
                    events.computeIfAbsent(event.caseId(), any -> new ArrayList<>()).add(event));
        return events;
      } catch (SQLException e) {
        throw new Sql.DatabaseException(e);
      }
    }
  }
}
