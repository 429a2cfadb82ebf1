package io.caseclock.monitor.jdbc;

import io.caseclock.contract.Names;
import io.caseclock.contract.PeriodNumbers.Ahead;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.closing.PeriodSources;
import io.caseclock.monitor.law.Law;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What bulletins tell of all units, each in one statement. */
public final class JdbcPeriodSources implements PeriodSources {

  /** What runs and counts to a day before today is late; today's ones are asked one by one. */
  private static final String BREACH_DAYS =
      """
      select unit, counted_on from (
        select unit, counted_on, met_late + cut_short + cancelled_late as late, running
        from count_day where family = 'unit' and counted_on <= ?
          and met_late + cut_short + cancelled_late + running > 0
        union all
        select unit, counted_on, sign * (outcome in ('met-late', 'cut-short', 'cancelled-late'))::int,
          sign * (outcome = 'running')::int from count_change where counted_on <= ?
      ) as counted
      group by unit, counted_on having sum(late) > 0 or (counted_on <= ? and sum(running) > 0)
      order by unit, counted_on
      """;

  private static final String FIRST_DAYS =
      """
      select unit, min(counted_on) from (
        select unit, min(counted_on) as counted_on from count_day where family = 'unit' group by unit
        union all
        select unit, min(counted_on) from count_change where sign > 0 group by unit
      ) as counted group by unit
      """;

  private static final String AHEAD =
      "select unit, count(*) from deadline where phase = 'running' and late_from > ?"
          + " and late_from <= ? group by unit";

  private static final String FIRST_AHEAD =
      """
      select case_id, subject, rule, unit, officer, late_from from (
        select d.*, row_number() over (partition by unit order by late_from, id) as place
        from deadline d where phase = 'running' and late_from > ? and late_from <= ?
      ) as ahead where place <= ? order by unit, place
      """;

  private final Sql sql;
  private final Law law;

  public JdbcPeriodSources(DataSource dataSource, Law law) {
    this.sql = new Sql(dataSource);
    this.law = law;
  }

  @Override
  public Map<String, List<LocalDate>> breachDays(LocalDate upTo) {
    Map<String, List<LocalDate>> days = new HashMap<>();
    sql.query(
        BREACH_DAYS,
        row ->
            days.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                .add(row.getObject(2, LocalDate.class)),
        upTo,
        upTo,
        upTo);
    return days;
  }

  @Override
  public Map<String, LocalDate> firstDays() {
    Map<String, LocalDate> days = new HashMap<>();
    sql.query(FIRST_DAYS, row -> days.put(row.getString(1), row.getObject(2, LocalDate.class)));
    return days;
  }

  @Override
  public Map<String, Long> ahead(Instant from, Instant until) {
    Map<String, Long> counts = new HashMap<>();
    sql.query(AHEAD, row -> counts.put(row.getString(1), row.getLong(2)), from, until);
    return counts;
  }

  @Override
  public Map<String, List<Ahead>> firstAhead(Instant from, Instant until, int most) {
    Map<String, List<Ahead>> first = new HashMap<>();
    sql.query(FIRST_AHEAD, this::ahead, from, until, most)
        .forEach(one -> first.computeIfAbsent(one.unit(), any -> new ArrayList<>()).add(one));
    return first;
  }

  private Ahead ahead(ResultSet row) throws SQLException {
    var rule = row.getString("rule");
    return new Ahead(
        row.getString("case_id"),
        row.getString("subject"),
        law.rule(rule).map(found -> found.rule().names()).orElse(new Names(rule, rule)),
        row.getString("unit"),
        row.getString("officer"),
        Sql.required(row, "late_from"));
  }
}
