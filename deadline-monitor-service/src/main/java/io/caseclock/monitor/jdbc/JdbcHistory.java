package io.caseclock.monitor.jdbc;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.Topics;
import io.caseclock.directory.jdbc.Subtree;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.history.HeldFindingLine;
import io.caseclock.monitor.history.HistoryLine;
import io.caseclock.monitor.history.HistoryQueries;
import io.caseclock.monitor.history.HistoryReleases;
import io.caseclock.monitor.history.Release;
import io.caseclock.monitor.history.WaitingRule;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.report.Page;
import io.caseclock.monitor.watch.ReleaseAs;
import io.caseclock.monitor.watch.StoredDeadline;
import io.caseclock.outbox.Outbox;
import io.caseclock.outbox.OutboxRecord;
import io.caseclock.wire.DeadlineEventWire;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** History in table {@code deadline}, and the decisions on it in {@code history_release}. */
public final class JdbcHistory implements HistoryQueries, HistoryReleases {

  /**
   * Overdue to this day, since before the instant up to which it is history, and of a rule that
   * tells of breaches; takes now.
   */
  private static final String OPEN =
      " (d.phase = 'running' and d.late_from < d.history_until and d.late_from <= ?"
          + " and 'breach' = any (string_to_array(d.history_alarms, chr(10)))) ";

  private static final String IN_SCOPE =
      Subtree.holds("d.unit") + " and " + Subtree.holds("d.unit");

  private static final String REPORT =
      "select d.unit, d.rule, d.severity, s.level, count(*) as alarms,"
          + " count(*) filter (where s.level = 'breach' and o.is_open) as open,"
          + " count(*) filter (where s.level = 'breach' and o.is_open and d.release_id is null)"
          + " as waiting from deadline d"
          + " cross join lateral unnest(string_to_array(d.history_alarms, chr(10))) as s(level)"
          + " cross join lateral (select"
          + OPEN
          + "as is_open) as o"
          + " where d.history_until is not null and d.history_alarms <> '' and "
          + IN_SCOPE
          + " and (d.unit, d.rule, d.severity, s.level) > (?, ?, ?, ?)"
          + " group by d.unit, d.rule, d.severity, s.level"
          + " order by d.unit, d.rule, d.severity, s.level limit ?";

  private static final String FINDINGS =
      "select d.unit, d.cause, count(*) as findings from history_finding d where "
          + IN_SCOPE
          + " group by d.unit, d.cause order by d.unit, d.cause limit ?";

  private static final String BREACHES =
      "select "
          + DeadlineRows.SELECTED
          + " from deadline d where d.history_until is not null and"
          + OPEN
          + "and "
          + IN_SCOPE
          + " and (?::text is null or d.rule = ?) and "
          + NotHidden.holds("d.case_id");

  private static final String WAITING_RULES =
      "select d.rule, count(*) as waiting, count(distinct d.unit) as units,"
          + " count(distinct d.officer) as officers, min(d.due_at) as oldest from deadline d"
          + " where d.history_until is not null and d.release_id is null and"
          + OPEN
          + "and "
          + IN_SCOPE
          + " group by d.rule order by waiting desc, d.rule limit ?";

  private static final String RELEASES =
      "select id, unit, rule, release_as, deadlines, by_person, at from history_release d";

  /** One decision after the other, so that two at once do not release the same twice. */
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtext(current_schema() || '.history_release'))";

  private static final String IS_WAITING =
      " d.history_until is not null and d.release_id is null and d.rule = ? and"
          + OPEN
          + "and "
          + Subtree.holds("d.unit");

  /** In the order in which evaluations lock. */
  private static final String LOCK_CASES =
      "select case_id from watched_case where case_id in (select o.case_id from (select d.case_id"
          + " from deadline d where"
          + IS_WAITING
          + " order by d.due_at, d.id limit ?) as o) order by case_id for update";

  /** What is still so when no evaluation can change it any more. */
  private static final String WAITING =
      DeadlineRows.ALL
          + " where d.case_id = any (?) and"
          + IS_WAITING
          + " order by d.due_at, d.id limit ?";

  private static final String KEEP =
      "insert into history_release (id, unit, rule, release_as, deadlines, by_person, at)"
          + " values (?, ?, ?, ?, ?, ?, ?)";

  private static final String MARK =
      "update deadline d set release_id = ?, released_as = ?"
          + " from unnest(?::text[], ?::uuid[]) as r(case_id, id)"
          + " where d.case_id = r.case_id and d.id = r.id";

  private final Sql sql;
  private final HiddenCases hidden;

  public JdbcHistory(DataSource dataSource, HiddenCases hidden) {
    sql = new Sql(dataSource);
    this.hidden = hidden;
  }

  @Override
  public List<HistoryLine> report(
      Scope scope, @Nullable HistoryLine after, Instant now, int limit) {
    return sql.query(
        REPORT,
        row ->
            new HistoryLine(
                row.getString("unit"),
                row.getString("rule"),
                row.getString("severity"),
                row.getString("level"),
                row.getLong("alarms"),
                row.getLong("open"),
                row.getLong("waiting")),
        now,
        scope.visibleUnit(),
        scope.unit(),
        after == null ? "" : after.unit(),
        after == null ? "" : after.rule(),
        after == null ? "" : after.severity(),
        after == null ? "" : after.level(),
        limit);
  }

  @Override
  public List<HeldFindingLine> findings(Scope scope, int limit) {
    return sql.query(
        FINDINGS,
        row ->
            new HeldFindingLine(
                row.getString("unit"), row.getString("cause"), row.getLong("findings")),
        scope.visibleUnit(),
        scope.unit(),
        limit);
  }

  @Override
  public Page breaches(
      Scope scope,
      @Nullable String rule,
      Which which,
      Instant now,
      Page.@Nullable Cursor after,
      int limit) {
    var from = after == null || after.dueAt() == null ? Instant.EPOCH : after.dueAt();
    var wanted =
        switch (which) {
          case OPEN -> "";
          case WAITING -> " and d.release_id is null";
          case RELEASED -> " and d.release_id is not null";
        };
    var found =
        sql.query(
            BREACHES
                + wanted
                + (after == null ? "" : " and (d.due_at, d.id) > (?, ?)")
                + " order by d.due_at, d.id limit ?",
            DeadlineRows::read,
            parameters(scope, rule, now, after == null ? null : from, after, limit + 1));
    if (found.size() <= limit) {
      return new Page(found, null);
    }
    var last = found.get(limit - 1);
    return new Page(found.subList(0, limit), new Page.Cursor(last.dueAt(), last.id()));
  }

  @Override
  public List<WaitingRule> waiting(Scope scope, Instant now, int limit) {
    return sql.query(
        WAITING_RULES,
        row ->
            new WaitingRule(
                row.getString("rule"),
                row.getLong("waiting"),
                row.getLong("units"),
                row.getLong("officers"),
                Sql.required(row, "oldest")),
        now,
        scope.visibleUnit(),
        scope.unit(),
        limit);
  }

  private @Nullable Object[] parameters(
      Scope scope,
      @Nullable String rule,
      Instant now,
      @Nullable Instant from,
      Page.@Nullable Cursor after,
      int limit) {
    List<@Nullable Object> all = new ArrayList<>();
    all.add(now);
    all.add(scope.visibleUnit());
    all.add(scope.unit());
    all.add(rule);
    all.add(rule);
    all.add(hidden.ids());
    if (after != null) {
      all.add(from);
      all.add(after.id());
    }
    all.add(limit);
    return all.toArray();
  }

  @Override
  public List<Release> releases(Scope scope, int limit) {
    return sql.query(
        RELEASES + " where " + IN_SCOPE + " order by at desc, id limit ?",
        JdbcHistory::release,
        scope.visibleUnit(),
        scope.unit(),
        limit);
  }

  @Override
  public Optional<Release> newest(String unit, String rule) {
    return sql
        .query(
            RELEASES + " where unit = ? and rule = ? order by at desc, id limit 1",
            JdbcHistory::release,
            unit,
            rule)
        .stream()
        .findFirst();
  }

  @Override
  public Optional<Release> release(
      Release decision, int most, Function<List<StoredDeadline>, List<DeadlineEvent>> news) {
    return sql.transact(
        connection -> {
          Sql.query(connection, LOCK, statement -> {}, row -> true);
          var waiting = waiting(connection, decision, most);
          if (waiting.isEmpty()) {
            return Optional.empty();
          }
          var kept = decision.releasing(waiting.size());
          keep(connection, kept);
          mark(connection, kept, waiting);
          var released = waiting.stream().map(each -> each.released(kept.id(), kept.as())).toList();
          if (kept.as() == ReleaseAs.NOTICES) {
            plan(connection, released, kept.at());
          }
          Outbox.append(
              connection,
              news.apply(released).stream()
                  .map(
                      event ->
                          OutboxRecord.of(Topics.DEADLINE_EVENTS, DeadlineEventWire.write(event)))
                  .toList(),
              kept.at());
          return Optional.of(kept);
        });
  }

  private static List<StoredDeadline> waiting(Connection connection, Release decision, int most)
      throws SQLException {
    var cases =
        Sql.query(
            connection,
            LOCK_CASES,
            statement -> waiting(statement, 1, decision, most),
            row -> row.getString(1));
    var locked = connection.createArrayOf("text", cases.toArray());
    return Sql.query(
        connection,
        WAITING,
        statement -> {
          statement.setArray(1, locked);
          waiting(statement, 2, decision, most);
        },
        DeadlineRows::read);
  }

  private static void waiting(PreparedStatement statement, int from, Release decision, int most)
      throws SQLException {
    statement.setString(from, decision.rule());
    statement.setObject(from + 1, Sql.utc(decision.at()));
    statement.setString(from + 2, decision.unit());
    statement.setInt(from + 3, most);
  }

  private static void keep(Connection connection, Release release) throws SQLException {
    Sql.update(
        connection,
        KEEP,
        statement -> {
          statement.setObject(1, release.id());
          statement.setString(2, release.unit());
          statement.setString(3, release.rule());
          statement.setString(4, release.as().wire());
          statement.setInt(5, release.deadlines());
          statement.setString(6, release.by());
          statement.setObject(7, Sql.utc(release.at()));
        });
  }

  private static void mark(Connection connection, Release release, List<StoredDeadline> deadlines)
      throws SQLException {
    var cases =
        connection.createArrayOf("text", deadlines.stream().map(StoredDeadline::caseId).toArray());
    var ids =
        connection.createArrayOf("uuid", deadlines.stream().map(StoredDeadline::id).toArray());
    Sql.update(
        connection,
        MARK,
        statement -> {
          statement.setObject(1, release.id());
          statement.setString(2, release.as().wire());
          statement.setArray(3, cases);
          statement.setArray(4, ids);
        });
  }

  /** What goes the usual way is due to be told now. */
  private static void plan(Connection connection, List<StoredDeadline> released, Instant at)
      throws SQLException {
    var planned = released.stream().map(each -> each.alarmedAt(at)).toList();
    Sql.update(
        connection,
        AlarmRows.PLAN,
        statement -> AlarmRows.planned().bind(connection, statement, planned));
  }

  private static Release release(ResultSet row) throws SQLException {
    return new Release(
        row.getObject("id", UUID.class),
        row.getString("unit"),
        row.getString("rule"),
        ReleaseAs.ofWire(row.getString("release_as")),
        row.getInt("deadlines"),
        row.getString("by_person"),
        Sql.required(row, "at"));
  }
}
