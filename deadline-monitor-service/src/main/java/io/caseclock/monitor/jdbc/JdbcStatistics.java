package io.caseclock.monitor.jdbc;

import io.caseclock.contract.DeadlineCounts;
import io.caseclock.directory.jdbc.Subtree;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.statistics.Correction;
import io.caseclock.monitor.statistics.DeadlineStatistics;
import io.caseclock.monitor.statistics.Group;
import io.caseclock.monitor.statistics.Question;
import io.caseclock.monitor.statistics.Span;
import io.caseclock.monitor.statistics.Today;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the roll-ups, what was appended since, and the corrections. */
public final class JdbcStatistics implements DeadlineStatistics {

  /** Compiling takes longer than such a statement does. */
  private static final String NO_JIT = "set local jit = off";

  private static final int FETCH = 1_000;

  private static final Comparator<Group> BY_KEYS =
      Comparator.comparing((Group group) -> String.join("\u0000", group.keys()));

  /** One side of a change may be missing, where it counted elsewhere or nowhere. */
  private static final String CORRECTIONS =
      """
      select case_id, deadline_id, known_at,
        coalesce(max(counted_on) filter (where sign > 0), max(counted_on)) as counted_on,
        coalesce(max(unit) filter (where sign > 0), max(unit)) as unit,
        max(rule) as rule, max(reason) as reason,
        max(outcome) filter (where sign < 0) as before,
        max(outcome) filter (where sign > 0) as after,
        max(late_cause) filter (where sign > 0) as late_cause
      from (
        select * from count_correction where counted_on between ? and ? and known_on > ? and %1$s
          and %2$s
        union all
        select * from count_change where counted_on between ? and ? and known_on > ? and %1$s
          and %2$s
      ) as later
      where (?::timestamptz is null or known_at > ?)
        and (?::timestamptz is null or (known_at, deadline_id) > (?, ?::uuid))
      group by case_id, deadline_id, known_at
      order by known_at, deadline_id
      """
          .formatted(Subtree.holds("unit"), NotHidden.holds("case_id"));

  private static final String BREACH_DAYS =
      """
      select counted_on from (
        select counted_on, met_late + cut_short + cancelled_late as late, running from count_day
        where family = 'tree' and met_late + cut_short + cancelled_late + running > 0
          and counted_on <= ? and unit = ?
        union all
        select counted_on, sign * (outcome in ('met-late', 'cut-short', 'cancelled-late'))::int,
          sign * (outcome = 'running')::int from count_change where counted_on <= ? and %1$s
        union all
        select counted_on, 1, 0 from deadline where phase = 'running' and late_from <= ?
          and counted_on between ? and ? and %1$s
      ) as counted
      group by counted_on
      having sum(late) > 0 or (counted_on < ? and sum(running) > 0)
      order by counted_on
      """
          .formatted(Subtree.holds("unit"));

  private static final String FIRST_DAY =
      """
      select least(
        (select min(counted_on) from count_day where family = 'tree' and unit = ?),
        (select min(counted_on) from count_change where sign > 0 and %1$s))
      """
          .formatted(Subtree.holds("unit"));

  private static final String BREACH_ON =
      """
      select case_id, id, rule, unit, coalesce(late_from, ended_at) as late_from from deadline d
      where counted_on = ? and %1$s and %2$s and %3$s
      order by coalesce(late_from, ended_at), id limit 1
      """
          .formatted(
              Subtree.holds("unit"), JdbcFailedDeadlines.WAS_LATE, NotHidden.holds("case_id"));

  private final Sql sql;
  private final HiddenCases hidden;

  public JdbcStatistics(DataSource dataSource, HiddenCases hidden) {
    sql = new Sql(dataSource);
    this.hidden = hidden;
  }

  @Override
  public List<Group> groups(Question question, Today today) {
    var query = new CountQuery(question, today);
    var text = query.text();
    var keys = question.by().size();
    return sql.transact(
        connection -> {
          Sql.update(connection, NO_JIT, any -> {});
          return Sql.query(connection, text, query::bind, row -> group(row, keys)).stream()
              .filter(group -> keys == 0 || !group.counts().equals(DeadlineCounts.NONE))
              .sorted(BY_KEYS)
              .toList();
        });
  }

  private static Group group(ResultSet row, int keys) throws SQLException {
    List<String> texts = new ArrayList<>(keys);
    for (var i = 1; i <= keys; i++) {
      texts.add(row.getString(i));
    }
    return new Group(texts, counts(row));
  }

  private static DeadlineCounts counts(ResultSet row) throws SQLException {
    var met = row.getLong("met");
    var metLate = row.getLong("met_late");
    var overdue = row.getLong("overdue");
    var open = row.getLong("running") + row.getLong("waiting") - overdue;
    var lapsed = row.getLong("lapsed");
    var cutShort = row.getLong("cut_short");
    var cancelledLate = row.getLong("cancelled_late");
    var breached = metLate + overdue + cutShort + cancelledLate;
    return new DeadlineCounts(
        met + open + lapsed + breached,
        met,
        metLate,
        breached,
        open,
        overdue,
        row.getLong("warned"),
        row.getLong("extended"),
        row.getLong("cancelled") + cancelledLate,
        lapsed,
        breached,
        row.getLong("late_data"),
        row.getLong("late_system"));
  }

  @Override
  public List<Correction> corrections(Later later, Correction.@Nullable Place after, int limit) {
    var kept = hidden.ids();
    return sql.with(
        connection ->
            Sql.query(
                connection,
                CORRECTIONS + " limit ?",
                statement -> {
                  var next = bindCorrections(statement, later, kept, after);
                  statement.setInt(next, limit);
                },
                JdbcStatistics::correction));
  }

  @Override
  public void eachCorrection(Later later, Consumer<Correction> reader) {
    var kept = hidden.ids();
    sql.transact(
        connection -> {
          try (var statement = connection.prepareStatement(CORRECTIONS)) {
            bindCorrections(statement, later, kept, null);
            statement.setFetchSize(FETCH);
            try (var rows = statement.executeQuery()) {
              var read = 0;
              while (rows.next()) {
                reader.accept(correction(rows));
                read++;
              }
              return read;
            }
          }
        });
  }

  private static int bindCorrections(
      PreparedStatement statement,
      Later later,
      List<String> hidden,
      Correction.@Nullable Place after)
      throws SQLException {
    var left = statement.getConnection().createArrayOf("text", hidden.toArray());
    var index = 1;
    for (var table = 0; table < 2; table++) {
      statement.setObject(index++, later.span().from());
      statement.setObject(index++, later.span().to());
      statement.setObject(index++, later.span().to());
      statement.setString(index++, later.unit());
      statement.setArray(index++, left);
    }
    var since = later.since() == null ? null : Sql.utc(later.since());
    statement.setObject(index++, since);
    statement.setObject(index++, since);
    var at = after == null ? null : Sql.utc(after.knownAt());
    statement.setObject(index++, at);
    statement.setObject(index++, at);
    statement.setObject(index++, after == null ? null : after.deadlineId().toString());
    return index;
  }

  private static Correction correction(ResultSet row) throws SQLException {
    return new Correction(
        row.getString("case_id"),
        row.getObject("deadline_id", UUID.class),
        Sql.required(row, "known_at"),
        row.getObject("counted_on", LocalDate.class),
        row.getString("unit"),
        row.getString("rule"),
        row.getString("before"),
        row.getString("after"),
        row.getString("late_cause"),
        row.getString("reason"));
  }

  @Override
  public List<LocalDate> breachDays(String unit, Today today) {
    return sql.query(
        BREACH_DAYS,
        row -> row.getObject(1, LocalDate.class),
        today.latest(),
        unit,
        today.latest(),
        unit,
        today.now(),
        today.earliest(),
        today.latest(),
        unit,
        today.earliest());
  }

  @Override
  public Map<String, LocalDate> lastBreaches(String unit, Span span, Today today) {
    return LastBreaches.of(sql, unit, span, today);
  }

  @Override
  public Optional<LocalDate> firstDay(String unit) {
    return sql.query(
            FIRST_DAY, row -> Optional.ofNullable(row.getObject(1, LocalDate.class)), unit, unit)
        .getFirst();
  }

  @Override
  public Optional<BreachRef> breachOn(String unit, LocalDate day, Today today) {
    return sql
        .query(
            BREACH_ON,
            row ->
                new BreachRef(
                    row.getString("case_id"),
                    Objects.requireNonNull(row.getString("id"), "a key"),
                    row.getString("rule"),
                    row.getString("unit"),
                    Sql.required(row, "late_from")),
            day,
            unit,
            today.now(),
            hidden.ids())
        .stream()
        .findFirst();
  }
}
