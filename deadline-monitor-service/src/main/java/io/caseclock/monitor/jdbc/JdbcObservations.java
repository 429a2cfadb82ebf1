package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.prediction.Observations;
import io.caseclock.monitor.prediction.SurvivalCurve;
import io.caseclock.monitor.prediction.SurvivalCurve.Observed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One pass over table {@code deadline} each, streamed: memory does not grow with the table. */
public final class JdbcObservations implements Observations {

  private static final int FETCH = 2_000;

  /** Counted seconds from the start to an instant. */
  private static final String COUNTED =
      "greatest(0, floor(extract(epoch from %s - d.started_at))::bigint - d.excluded_seconds)";

  /** Ages of a rule and unit in at most 200 portions of about as many deadlines each. */
  private static final String KNOWN =
      """
      with seen as (
        select d.rule, d.unit,
          d.phase in ('met', 'met-late') and d.ended_known_at <= q.at as is_done,
      """
          + COUNTED.formatted(
              "least(case when d.ended_known_at <= q.at then d.ended_at else d.paused_at end,"
                  + " q.at)")
          + """
               as age
            from deadline d cross join (select ?::timestamptz as at) as q
            where d.rule = any (?) and d.started_at < q.at),
          portions as (
            select *, ntile(200) over (partition by rule, unit order by age) as portion from seen)
          select rule, unit, max(age) as age, count(*) filter (where is_done) as done,
            count(*) filter (where not is_done or is_done is null) as left_open
          from portions group by rule, unit, portion order by rule, unit, age
          """;

  private static final String HELD =
      """
      with seen as (
        select d.rule, d.unit,
      """
          + COUNTED.formatted("d.late_from")
          + " as age_limit, "
          + COUNTED.formatted("coalesce(d.ended_at, d.paused_at, q.at)")
          + """
               as age,
              case
                when d.phase = 'met' then 'IN_TIME'
                when d.phase in ('met-late', 'cancelled') or d.late_from <= q.at then 'LATE'
                else 'UNDECIDED'
              end as fate
            from deadline d cross join (select ?::timestamptz as at) as q
            where d.rule = any (?) and d.started_at >= ? and d.started_at < ?
              and d.late_from is not null and d.late_from > d.started_at)
          select rule, unit, age_limit, fate, count(*) as cases from seen
          where age >= age_limit / 2 and age_limit > 1
          group by rule, unit, age_limit, fate order by rule
          """;

  private final Sql sql;

  public JdbcObservations(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public void knownAt(Instant at, Set<String> rules, Consumer<OfUnit> sink) {
    var collected = new Collected(sink);
    stream(KNOWN, collected::add, at, rules);
    collected.finish();
  }

  @Override
  public void held(
      YearMonth month, ZoneId zone, Set<String> rules, Instant now, Consumer<Held> sink) {
    stream(
        HELD,
        row ->
            sink.accept(
                new Held(
                    row.getString("rule"),
                    row.getString("unit"),
                    row.getLong("age_limit"),
                    Fate.valueOf(row.getString("fate")),
                    row.getLong("cases"))),
        now,
        rules,
        month.atDay(1).atStartOfDay(zone).toInstant(),
        month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
  }

  /** Takes one row. */
  @FunctionalInterface
  private interface RowSink {
    void take(ResultSet row) throws SQLException;
  }

  /** Rows come in portions only inside a transaction. */
  private void stream(String query, RowSink sink, Object... parameters) {
    sql.transact(
        connection -> {
          try (var statement = connection.prepareStatement(query)) {
            statement.setFetchSize(FETCH);
            for (var i = 0; i < parameters.length; i++) {
              switch (parameters[i]) {
                case Instant at -> statement.setObject(i + 1, Sql.utc(at));
                case Set<?> texts ->
                    statement.setArray(i + 1, connection.createArrayOf("text", texts.toArray()));
                default -> throw new IllegalArgumentException("neither an instant nor texts");
              }
            }
            try (var rows = statement.executeQuery()) {
              while (rows.next()) {
                sink.take(rows);
              }
            }
          }
          return true;
        });
  }

  /** Collects the ages of one rule and unit, which come one after another. */
  private static final class Collected {

    private final Consumer<OfUnit> sink;
    private final List<Observed> observed = new ArrayList<>();
    private @Nullable String rule;
    private @Nullable String unit;

    Collected(Consumer<OfUnit> sink) {
      this.sink = sink;
    }

    void add(ResultSet row) throws SQLException {
      var nextRule = row.getString("rule");
      var nextUnit = row.getString("unit");
      if (!nextRule.equals(rule) || !nextUnit.equals(unit)) {
        finish();
        rule = nextRule;
        unit = nextUnit;
      }
      observed.add(new Observed(row.getLong("age"), row.getLong("done"), row.getLong("left_open")));
    }

    void finish() {
      if (rule != null && unit != null) {
        sink.accept(new OfUnit(rule, unit, SurvivalCurve.of(observed)));
      }
      observed.clear();
    }
  }
}
