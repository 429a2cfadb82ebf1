package io.caseclock.notify.retention.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.retention.EvidencePurge;
import java.time.Instant;
import java.util.List;

/** {@link EvidencePurge} by the function {@code purge_evidence}, in one transaction each time. */
public final class JdbcEvidencePurge implements EvidencePurge {

  private static final String PURGE =
      "select of_case, files from purge_evidence(least(?, now() - interval '184 days'), ?)";

  private final Sql sql;

  public JdbcEvidencePurge(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<PurgedCase> purge(Instant before, int notices) {
    return sql.query(
        PURGE,
        row -> new PurgedCase(row.getString("of_case"), row.getLong("files")),
        before,
        notices);
  }
}
