package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.standing.RaisedFindings;
import io.caseclock.monitor.statistics.Knowledge;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Findings as they are kept. */
public final class JdbcRaisedFindings implements RaisedFindings {

  private static final String RAISED =
      "select f.unit, count(*) as raised from finding f where f.raised_at >= ? and f.raised_at < ?"
          + " and not (f.cause = 'recorded' and f.ended_as is not distinct from 'corrected'"
          + " and f.ended_at < ?::timestamptz) and "
          + QuickSql.isOneOf("f.unit")
          + " group by f.unit";

  private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

  private final Sql sql;

  public JdbcRaisedFindings(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public Map<String, Long> byUnit(String unit, Instant from, Instant until, Knowledge knowledge) {
    var known = knowledge == Knowledge.NOW ? EVER : until;
    Map<String, Long> counts = new HashMap<>();
    QuickSql.query(
        sql,
        RAISED,
        row -> counts.put(row.getString("unit"), row.getLong("raised")),
        Arrays.asList(from, until, known, new QuickSql.Root(unit)));
    return counts;
  }
}
