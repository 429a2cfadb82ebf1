package io.caseclock.retention.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.retention.Purge;
import java.time.Instant;
import java.util.List;

/** {@link Purge} by a function of the database, in one transaction each time. */
public final class JdbcPurge implements Purge {

  private final Sql sql;
  private final String statement;

  /**
   * @param function its name; it takes an instant and how much at most, and returns rows of a case
   *     and how many things of it went
   */
  public JdbcPurge(Sql sql, String function) {
    this.sql = sql;
    this.statement = "select * from " + function + "(least(?, now() - interval '184 days'), ?)";
  }

  @Override
  public List<PurgedCase> purge(Instant before, int most) {
    return sql.query(
        statement, row -> new PurgedCase(row.getString(1), row.getLong(2)), before, most);
  }
}
