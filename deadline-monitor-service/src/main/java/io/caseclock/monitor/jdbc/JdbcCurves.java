package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.prediction.CurveKey;
import io.caseclock.monitor.prediction.Curves;
import io.caseclock.monitor.prediction.SurvivalCurve;
import io.caseclock.monitor.prediction.SurvivalCurve.Observed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Table {@code survival_curve}: one row a rule and level. */
public final class JdbcCurves implements Curves {

  private record Row(String rule, String unit, SurvivalCurve curve, Instant learnedAt) {}

  private static final ArrayColumns<Row> COLUMNS =
      new ArrayColumns<Row>()
          .with("rule", "text", Row::rule)
          .with("unit", "text", Row::unit)
          .with("ages", "text", row -> array(row.curve(), Observed::age))
          .with("done", "text", row -> array(row.curve(), Observed::done))
          .with("left_open", "text", row -> array(row.curve(), Observed::left))
          .with("finished", "int8", row -> row.curve().finished())
          .with("learned_at", "timestamptz", Row::learnedAt);

  /** Arrays of arrays have one length in PostgreSQL, so that each travels as text. */
  private static final String KEEP =
      "insert into survival_curve ("
          + COLUMNS.names()
          + ") select rule, unit, ages::bigint[], done::bigint[], left_open::bigint[], finished,"
          + " learned_at from "
          + COLUMNS.unnest()
          + " order by rule, unit on conflict (rule, unit) do update set "
          + COLUMNS.assignments(List.of("rule", "unit"));

  private static final String LEARNED =
      "select max(learned_at) as learned_at, count(*) as curves,"
          + " coalesce(sum(finished) filter (where unit = ''), 0) as finished from survival_curve";

  private static final String FIND =
      "select c.rule, c.unit, c.ages, c.done, c.left_open from survival_curve c"
          + " join unnest(?, ?) as k(rule, unit) on k.rule = c.rule and k.unit = c.unit";

  private final Sql sql;

  public JdbcCurves(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public Learned learned() {
    return sql.query(LEARNED, JdbcCurves::learned).getFirst();
  }

  private static Learned learned(ResultSet row) throws SQLException {
    var at = Sql.instant(row, "learned_at");
    return new Learned(
        at == null ? Instant.EPOCH : at, row.getLong("curves"), row.getLong("finished"));
  }

  @Override
  public Map<CurveKey, SurvivalCurve> find(Collection<CurveKey> keys) {
    Map<CurveKey, SurvivalCurve> found = new HashMap<>();
    sql.query(
            FIND,
            row ->
                Map.entry(new CurveKey(row.getString("rule"), row.getString("unit")), curve(row)),
            keys.stream().map(CurveKey::rule).toList(),
            keys.stream().map(CurveKey::unit).toList())
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  @Override
  public void keep(String rule, Map<String, SurvivalCurve> byUnit, Instant learnedAt) {
    if (byUnit.isEmpty()) {
      return;
    }
    List<Row> rows = new ArrayList<>();
    new TreeMap<>(byUnit).forEach((unit, curve) -> rows.add(new Row(rule, unit, curve, learnedAt)));
    sql.with(
        connection ->
            Sql.update(connection, KEEP, statement -> COLUMNS.bind(connection, statement, rows)));
  }

  @Override
  public void forgetBefore(Instant learnedAt) {
    sql.update("delete from survival_curve where learned_at < ?", learnedAt);
  }

  private static String array(SurvivalCurve curve, ToLongFunction<Observed> part) {
    return curve.observed().stream()
        .map(one -> Long.toString(part.applyAsLong(one)))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static SurvivalCurve curve(ResultSet row) throws SQLException {
    var ages = longs(row, "ages");
    var done = longs(row, "done");
    var left = longs(row, "left_open");
    List<Observed> observed = new ArrayList<>(ages.length);
    for (var i = 0; i < ages.length; i++) {
      observed.add(new Observed(ages[i], done[i], left[i]));
    }
    return SurvivalCurve.of(observed);
  }

  private static Long[] longs(ResultSet row, String column) throws SQLException {
    return (Long[]) row.getArray(column).getArray();
  }
}
