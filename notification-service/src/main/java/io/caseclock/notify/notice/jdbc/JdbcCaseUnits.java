package io.caseclock.notify.notice.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.notice.issue.CaseUnits;
import java.util.Set;

/** Reads messages and tasks, which follow deadlines of the monitor. */
public final class JdbcCaseUnits implements CaseUnits {

  private static final String UNITS =
      """
      select unit from message where case_id = ? and deadline_id is not null
      union
      select unit from task where case_id = ?
      """;

  private final Sql sql;

  public JdbcCaseUnits(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Set<String> unitsOf(String caseId) {
    return Set.copyOf(sql.query(UNITS, row -> row.getString("unit"), caseId, caseId));
  }
}
