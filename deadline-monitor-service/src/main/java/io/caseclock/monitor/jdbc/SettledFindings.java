package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import javax.sql.DataSource;

/** Findings about dead letters stand as long as those are open. */
public final class SettledFindings {

  private final Sql sql;

  public SettledFindings(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  /** Ends those about letters that were replayed or dismissed; returns how many. */
  public int end() {
    return sql.with(DeadlineNews::settle);
  }
}
