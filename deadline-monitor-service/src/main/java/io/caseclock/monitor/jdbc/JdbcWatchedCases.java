package io.caseclock.monitor.jdbc;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Words;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.limit.QuarantineReason;
import io.caseclock.monitor.watch.CaseChange;
import io.caseclock.monitor.watch.CaseChange.Effect;
import io.caseclock.monitor.watch.CaseChange.HeldFinding;
import io.caseclock.monitor.watch.LateEntry;
import io.caseclock.monitor.watch.StandingFindings;
import io.caseclock.monitor.watch.StoredCase;
import io.caseclock.monitor.watch.StoredDeadline;
import io.caseclock.monitor.watch.WatchedCases;
import io.caseclock.ownership.Tenure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Cases in PostgreSQL; each step is one statement for the whole batch. */
public final class JdbcWatchedCases implements WatchedCases {

  private static final ArrayColumns<CaseEvent> CASE_COLUMNS =
      new ArrayColumns<CaseEvent>()
          .with("case_id", "text", CaseEvent::caseId)
          .with("unit", "text", CaseEvent::unit);
  private static final ArrayColumns<Effect> EFFECT_COLUMNS =
      new ArrayColumns<Effect>()
          .with("case_id", "text", Effect::caseId)
          .with("source", "text", effect -> effect.event().source())
          .with("event_id", "text", effect -> effect.event().id())
          .with("deadline_id", "uuid", Effect::deadlineId)
          .with("rule", "text", Effect::rule)
          .with("change", "text", effect -> Words.of(effect.change()));

  private static final String OPEN_CASES =
      "insert into watched_case (case_id, unit, evaluated_at)"
          + " select distinct on (r.case_id) r.case_id, r.unit, now.at from "
          + CASE_COLUMNS.unnest()
          + " cross join (select ?::timestamptz as at) as now order by r.case_id"
          + " on conflict (case_id) do nothing";
  private static final String LOCK_CASES =
      "select case_id from watched_case where case_id = any (?) order by case_id for update";
  private static final String EVENTS =
      "select " + EventRows.SELECTED + " from case_event where case_id = any (?)";
  private static final String DEADLINES =
      DeadlineRows.ALL + " where d.case_id = any (?) order by d.case_id, d.id";
  private static final String EFFECTS =
      "insert into effect ("
          + EFFECT_COLUMNS.names()
          + ", at) select r.*, now.at from "
          + EFFECT_COLUMNS.unnest()
          + " cross join (select ?::timestamptz as at) as now";
  private static final String CONTRADICTIONS =
      "select case_id, contradictions from watched_case where case_id = any (?)"
          + " and contradictions <> ''";
  private static final ArrayColumns<CaseChange> MARK_COLUMNS =
      new ArrayColumns<CaseChange>()
          .with("case_id", "text", CaseChange::caseId)
          .with("unit", "text", JdbcWatchedCases::presentUnit)
          .with(
              "contradictions",
              "text",
              change -> String.join("\n", change.contradictions().stream().sorted().toList()))
          .with("evaluate_at", "timestamptz", CaseChange::evaluateAt);
  private static final String MARK =
      "update watched_case w set contradictions = r.contradictions, unit = coalesce(r.unit,"
          + " w.unit), evaluate_at = r.evaluate_at from "
          + MARK_COLUMNS.unnest()
          + " where w.case_id = r.case_id"
          + " and (w.contradictions <> r.contradictions or w.unit <> coalesce(r.unit, w.unit)"
          + " or w.evaluate_at is distinct from r.evaluate_at)";
  private static final String CLAIM_DUE =
      "with due as (select case_id from watched_case where evaluate_at <= ? order by evaluate_at"
          + " limit ? for update skip locked)"
          + " update watched_case w set evaluate_at = null from due where w.case_id = due.case_id"
          + " returning w.case_id";
  private static final ArrayColumns<FormerTenure> TENURE_COLUMNS =
      new ArrayColumns<FormerTenure>()
          .with("case_id", "text", FormerTenure::caseId)
          .with("unit", "text", former -> former.tenure().unit())
          .with("until_at", "timestamptz", former -> former.tenure().until());
  private static final ArrayColumns<HeldFinding> HELD_COLUMNS =
      new ArrayColumns<HeldFinding>()
          .with("case_id", "text", HeldFinding::caseId)
          .with("id", "text", HeldFinding::id)
          .with("cause", "text", HeldFinding::cause)
          .with("unit", "text", HeldFinding::unit);
  private static final String FORGET_HELD = "delete from history_finding where case_id = any (?)";
  private static final String KEEP_HELD =
      "insert into history_finding ("
          + HELD_COLUMNS.names()
          + ") select r.* from "
          + HELD_COLUMNS.unnest();
  private static final String FORGET_TENURES = "delete from former_owner where case_id = any (?)";
  private static final String KEEP_TENURES =
      "insert into former_owner ("
          + TENURE_COLUMNS.names()
          + ") select case_id, unit, max(until_at) from "
          + TENURE_COLUMNS.unnest()
          + " group by case_id, unit";
  private static final String QUARANTINE =
      "update watched_case set quarantined = ?, evaluated_at = ? where case_id = ?";
  private static final String QUARANTINED =
      "select case_id from watched_case where case_id = any (?) and quarantined is not null";
  private static final String RELEASE =
      "update watched_case set quarantined = null, evaluated_at = ? where case_id = any (?)"
          + " and quarantined is not null";

  private static final int SLICE = 5_000;

  private final Sql sql;

  public JdbcWatchedCases(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public <T> T transact(Function<Session, T> work) {
    return sql.transact(
        connection -> {
          ReadByIndex.fromNowOn(connection);
          return work.apply(new JdbcSession(connection));
        });
  }

  private record FormerTenure(String caseId, Tenure tenure) {}

  private static @Nullable String presentUnit(CaseChange change) {
    return change.tenures().isEmpty() ? null : change.tenures().getLast().unit();
  }

  /** One transaction. */
  private record JdbcSession(Connection connection) implements Session {

    @Override
    public List<CaseEvent> keep(List<CaseEvent> events, Instant now) {
      if (events.isEmpty()) {
        return List.of();
      }
      return run(
          () -> {
            insert(OPEN_CASES, CASE_COLUMNS, events, now);
            lock(events.stream().map(CaseEvent::caseId).distinct().toList());
            return insertEvents(events, now);
          });
    }

    @Override
    public Set<String> quarantined(Collection<String> caseIds) {
      if (caseIds.isEmpty()) {
        return Set.of();
      }
      return run(
          () ->
              new HashSet<>(
                  Sql.query(
                      connection,
                      QUARANTINED,
                      statement -> statement.setArray(1, texts(caseIds)),
                      row -> row.getString(1))));
    }

    @Override
    public List<String> claimDue(Instant now, int limit) {
      return run(
          () ->
              Sql.query(
                  connection,
                  CLAIM_DUE,
                  statement -> {
                    statement.setObject(1, Sql.utc(now));
                    statement.setInt(2, limit);
                  },
                  row -> row.getString(1)));
    }

    @Override
    public void lock(Collection<String> caseIds) {
      run(
          () ->
              Sql.query(
                  connection,
                  LOCK_CASES,
                  statement -> statement.setArray(1, texts(caseIds)),
                  row -> row.getString(1)));
    }

    private List<CaseEvent> insertEvents(List<CaseEvent> events, Instant now) throws SQLException {
      Set<EventId> inserted = new HashSet<>();
      Sql.query(
          connection,
          EventRows.INSERT,
          statement -> {
            EventRows.columns().bind(connection, statement, events);
            statement.setObject(EventRows.columns().size() + 1, Sql.utc(now));
          },
          row -> inserted.add(new EventId(row.getString("source"), row.getString("event_id"))));
      List<CaseEvent> fresh = new ArrayList<>();
      for (var event : events) {
        if (inserted.remove(event.eventId())) {
          fresh.add(event);
        }
      }
      return fresh;
    }

    @Override
    public Map<String, StoredCase> files(Collection<String> caseIds) {
      return run(
          () -> {
            var ids = texts(caseIds);
            var events =
                Sql.query(
                        connection,
                        EVENTS,
                        statement -> statement.setArray(1, ids),
                        EventRows::read)
                    .stream()
                    .collect(Collectors.groupingBy(CaseEvent::caseId));
            var deadlines =
                Sql.query(
                        connection,
                        DEADLINES,
                        statement -> statement.setArray(1, ids),
                        DeadlineRows::read)
                    .stream()
                    .collect(Collectors.groupingBy(StoredDeadline::caseId));
            Map<String, Set<String>> contradictions = new HashMap<>();
            Sql.query(
                connection,
                CONTRADICTIONS,
                statement -> statement.setArray(1, ids),
                row -> contradictions.put(row.getString(1), lines(row.getString(2))));
            Map<String, StoredCase> files = new LinkedHashMap<>();
            for (var id : caseIds) {
              files.put(
                  id,
                  new StoredCase(
                      id,
                      events.getOrDefault(id, List.of()),
                      deadlines.getOrDefault(id, List.of()),
                      contradictions.getOrDefault(id, Set.of())));
            }
            return files;
          });
    }

    @Override
    public Set<UUID> causedBySilence(List<LateEntry> entries) {
      return run(() -> LateEntries.bySilence(connection, entries));
    }

    @Override
    public void save(List<CaseChange> changes, Instant now) {
      run(
          () -> {
            var rows = changes.stream().flatMap(change -> change.deadlines().stream()).toList();
            insert(DeadlineRows.UPSERT, DeadlineRows.columns(), rows, now);
            LevelNews.follow(connection, changes.stream().map(CaseChange::caseId).toList(), now);
            plan(changes.stream().flatMap(change -> change.alarms().stream()).toList());
            CountRows.append(
                connection, changes.stream().flatMap(change -> change.counts().stream()).toList());
            var effects = changes.stream().flatMap(change -> change.effects().stream()).toList();
            insert(EFFECTS, EFFECT_COLUMNS, effects, now);
            judgeFindings(changes, now);
            tell(changes.stream().flatMap(change -> change.news().stream()).toList(), now);
            Sql.update(
                connection, MARK, statement -> MARK_COLUMNS.bind(connection, statement, changes));
            keepFormerOwners(changes);
            keepHeldFindings(changes);
            return rows.size();
          });
    }

    private void plan(List<StoredDeadline> alarms) throws SQLException {
      for (var slice : slices(alarms)) {
        Sql.update(
            connection,
            AlarmRows.PLAN,
            statement -> AlarmRows.planned().bind(connection, statement, slice));
      }
    }

    private void judgeFindings(List<CaseChange> changes, Instant now) throws SQLException {
      Set<String> standing = new HashSet<>();
      Set<String> rectified = new HashSet<>();
      for (var change : changes) {
        standing.addAll(change.findings().ids());
        rectified.addAll(change.findings().rectified());
      }
      var ids = changes.stream().map(CaseChange::caseId).toList();
      DeadlineNews.judge(connection, ids, new StandingFindings(standing, rectified), now);
    }

    private void keepHeldFindings(List<CaseChange> changes) throws SQLException {
      var ofHistory = changes.stream().filter(CaseChange::hasHistory).toList();
      if (ofHistory.isEmpty()) {
        return;
      }
      var ids = texts(ofHistory.stream().map(CaseChange::caseId).toList());
      Sql.update(connection, FORGET_HELD, statement -> statement.setArray(1, ids));
      for (var slice : slices(ofHistory.stream().flatMap(each -> each.held().stream()).toList())) {
        Sql.update(
            connection, KEEP_HELD, statement -> HELD_COLUMNS.bind(connection, statement, slice));
      }
    }

    /** Who had a case before; most cases never change hands. */
    private void keepFormerOwners(List<CaseChange> changes) throws SQLException {
      var judged = changes.stream().filter(change -> !change.tenures().isEmpty()).toList();
      var ids = texts(judged.stream().map(CaseChange::caseId).toList());
      Sql.update(connection, FORGET_TENURES, statement -> statement.setArray(1, ids));
      var former =
          judged.stream()
              .flatMap(
                  change ->
                      change.tenures().stream()
                          .filter(tenure -> !tenure.isPresent())
                          .map(tenure -> new FormerTenure(change.caseId(), tenure)))
              .toList();
      if (!former.isEmpty()) {
        Sql.update(
            connection,
            KEEP_TENURES,
            statement -> TENURE_COLUMNS.bind(connection, statement, former));
      }
    }

    @Override
    public void tell(List<DeadlineEvent> news, Instant now) {
      run(
          () -> {
            for (var slice : slices(news)) {
              DeadlineNews.append(connection, slice, now);
            }
            return news.size();
          });
    }

    @Override
    public List<Size> sizes(Collection<String> caseIds, int most) {
      return run(() -> CaseSizes.of(connection, caseIds, most));
    }

    @Override
    public void quarantine(String caseId, QuarantineReason why, Instant now) {
      run(
          () ->
              Sql.update(
                  connection,
                  QUARANTINE,
                  statement -> {
                    statement.setString(1, why.wire());
                    statement.setObject(2, Sql.utc(now));
                    statement.setString(3, caseId);
                  }));
    }

    @Override
    public void release(Collection<String> caseIds, Instant now) {
      run(
          () ->
              Sql.update(
                  connection,
                  RELEASE,
                  statement -> {
                    statement.setObject(1, Sql.utc(now));
                    statement.setArray(2, texts(caseIds));
                  }));
    }

    /** The instant stands behind the arrays, as the last parameter. */
    private <T> void insert(String sql, ArrayColumns<T> columns, List<T> rows, Instant now)
        throws SQLException {
      for (var slice : slices(rows)) {
        Sql.update(
            connection,
            sql,
            statement -> {
              columns.bind(connection, statement, slice);
              statement.setObject(columns.size() + 1, Sql.utc(now));
            });
      }
    }

    /** A case of many thousand deadlines is written a part at a time, to keep the texts few. */
    private static <T> List<List<T>> slices(List<T> rows) {
      List<List<T>> slices = new ArrayList<>();
      for (var from = 0; from < rows.size(); from += SLICE) {
        slices.add(rows.subList(from, Math.min(rows.size(), from + SLICE)));
      }
      return slices;
    }

    private java.sql.Array texts(Collection<String> texts) throws SQLException {
      return connection.createArrayOf("text", texts.toArray());
    }

    private <T> T run(SqlSupplier<T> work) {
      try {
        return work.get();
      } catch (SQLException e) {
        throw new Sql.DatabaseException(e);
      }
    }
  }

  private static Set<String> lines(String text) {
    return Set.of(text.split("\n"));
  }

  @FunctionalInterface
  private interface SqlSupplier<T> {
    T get() throws SQLException;
  }
}
