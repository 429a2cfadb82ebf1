package io.caseclock.monitor.jdbc;

import io.caseclock.directory.jdbc.Subtree;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.level.BreakGlass.Owners;
import java.util.Optional;
import javax.sql.DataSource;

/** Present owners in table {@code watched_case}. */
public final class JdbcOwners implements Owners {

  private static final String OF =
      "select w.unit from watched_case w where w.case_id = ? and " + Subtree.holds("w.unit");

  private final Sql sql;

  public JdbcOwners(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public Optional<String> of(String visibleUnit, String caseId) {
    return sql.query(OF, row -> row.getString(1), caseId, visibleUnit).stream().findFirst();
  }
}
