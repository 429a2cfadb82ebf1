package io.caseclock.monitor.jdbc;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.Topics;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.alarm.DueDeadlines;
import io.caseclock.monitor.watch.Phase;
import io.caseclock.monitor.watch.StoredDeadline;
import io.caseclock.monitor.watch.WatchedCases.Size;
import io.caseclock.outbox.Outbox;
import io.caseclock.outbox.OutboxRecord;
import io.caseclock.trace.Tracing;
import io.caseclock.wire.DeadlineEventWire;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Claim, decision and news in one transaction: there is no lease that could be lost. */
public final class JdbcDueDeadlines implements DueDeadlines {

  /**
   * With the case, as evaluations lock it: whoever has the lock may write all of its deadlines. The
   * row of the alarm is locked too, so that one that another sweep told meanwhile is looked at
   * anew.
   */
  private static final String CLAIM =
      "select a.case_id, a.deadline_id, a.trace from alarm a join watched_case w on w.case_id = a.case_id"
          + " where %s and a.next_at <= ? order by a.next_at limit ? for update skip locked";

  private static final String CLAIM_GRAVE = CLAIM.formatted("a.grave");
  private static final String CLAIM_OTHERS = CLAIM.formatted("not a.grave");

  private static final String NEXT =
      "select least(%s, %s) as next_at"
          .formatted(
              "(select min(next_at) from alarm where grave and next_at > ?)",
              "(select min(next_at) from alarm where not grave and next_at > ?)");

  /** Read when all is locked, so that no evaluation can have changed them since. */
  private static final String CLAIMED =
      DeadlineRows.ALL
          + " where (d.case_id, d.id) in (select * from unnest(?::text[], ?::uuid[]))"
          + " order by a.grave desc, a.next_at, d.case_id, d.id";

  private static final String EVENTS =
      "select " + EventRows.SELECTED + " from case_event where case_id = any (?)";
  private static final ArrayColumns<StoredDeadline> CLOSED_COLUMNS =
      new ArrayColumns<StoredDeadline>()
          .with("case_id", "text", StoredDeadline::caseId)
          .with("id", "uuid", StoredDeadline::id)
          .with("phase", "text", deadline -> deadline.phase().wire())
          .with("ended_at", "timestamptz", StoredDeadline::endedAt)
          .with("ended_known_at", "timestamptz", StoredDeadline::endedKnownAt)
          .with("revision", "int4", StoredDeadline::revision);
  private static final String CLOSE =
      "update deadline d set phase = r.phase, ended_at = r.ended_at,"
          + " ended_known_at = r.ended_known_at, revision = r.revision from "
          + CLOSED_COLUMNS.unnest()
          + " where d.case_id = r.case_id and d.id = r.id";

  private final Sql sql;
  private final Tracing tracing;

  public JdbcDueDeadlines(DataSource dataSource) {
    this(dataSource, Tracing.off());
  }

  public JdbcDueDeadlines(DataSource dataSource, Tracing tracing) {
    sql = new Sql(dataSource);
    this.tracing = tracing;
  }

  @Override
  public int claim(Instant now, int limit, Function<Batch, List<Told>> work) {
    return sql.transact(
        connection -> {
          ReadByIndex.fromNowOn(connection);
          List<Place> places = new ArrayList<>(places(connection, CLAIM_GRAVE, now, limit));
          if (places.size() < limit) {
            places.addAll(places(connection, CLAIM_OTHERS, now, limit - places.size()));
          }
          if (!places.isEmpty()) {
            var batch = new JdbcBatch(connection, claimed(connection, places));
            store(connection, batch, work.apply(batch), new AlarmTraces(tracing, places), now);
          }
          return places.size();
        });
  }

  @Override
  public Optional<Instant> nextAfter(Instant now) {
    return sql.query(NEXT, row -> Optional.ofNullable(Sql.instant(row, "next_at")), now, now)
        .getFirst();
  }

  /**
   * An alarm that is due.
   *
   * @param trace of the event by which it was planned last; null for none
   */
  record Place(String caseId, UUID id, @Nullable String trace) {}

  private static List<Place> places(Connection connection, String claim, Instant now, int most)
      throws SQLException {
    return Sql.query(
        connection,
        claim,
        statement -> {
          statement.setObject(1, Sql.utc(now));
          statement.setInt(2, most);
        },
        row -> new Place(row.getString(1), row.getObject(2, UUID.class), row.getString(3)));
  }

  private static List<StoredDeadline> claimed(Connection connection, List<Place> places)
      throws SQLException {
    var cases = connection.createArrayOf("text", places.stream().map(Place::caseId).toArray());
    var ids = connection.createArrayOf("uuid", places.stream().map(Place::id).toArray());
    return Sql.query(
        connection,
        CLAIMED,
        statement -> {
          statement.setArray(1, cases);
          statement.setArray(2, ids);
        },
        DeadlineRows::read);
  }

  private static void store(
      Connection connection, JdbcBatch batch, List<Told> told, AlarmTraces traces, Instant now)
      throws SQLException {
    Sql.update(
        connection,
        AlarmRows.TELL,
        statement -> AlarmRows.told().bind(connection, statement, told));
    close(connection, batch.changed(told));
    var news =
        told.stream()
            .flatMap(one -> one.alarm().map(alarm -> record(one, alarm, traces)).stream())
            .toList();
    Outbox.append(connection, news, now);
    CountRows.append(connection, told.stream().flatMap(one -> one.counts().stream()).toList());
  }

  private static OutboxRecord record(Told told, DeadlineEvent alarm, AlarmTraces traces) {
    return OutboxRecord.of(Topics.DEADLINE_EVENTS, DeadlineEventWire.write(alarm))
        .inTrace(traces.tell(told.deadline().id()));
  }

  private static void close(Connection connection, List<StoredDeadline> closed)
      throws SQLException {
    if (!closed.isEmpty()) {
      Sql.update(
          connection, CLOSE, statement -> CLOSED_COLUMNS.bind(connection, statement, closed));
    }
  }

  private record JdbcBatch(Connection connection, List<StoredDeadline> claimed) implements Batch {

    /** Those that are kept otherwise than they were claimed; most are only told. */
    List<StoredDeadline> changed(List<Told> told) {
      Map<UUID, Phase> phases = new HashMap<>();
      claimed.forEach(deadline -> phases.put(deadline.id(), deadline.phase()));
      return told.stream()
          .map(Told::deadline)
          .filter(deadline -> deadline.phase() != phases.get(deadline.id()))
          .toList();
    }

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
