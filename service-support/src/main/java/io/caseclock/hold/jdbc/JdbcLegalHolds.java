package io.caseclock.hold.jdbc;

import io.caseclock.hold.LegalHold;
import io.caseclock.hold.LegalHold.Release;
import io.caseclock.hold.LegalHolds;
import io.caseclock.jdbc.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * {@link LegalHolds} in PostgreSQL. Whatever deletes takes the table in share mode first and keeps
 * it to its commit, so that a hold is either seen by the deletion or not answered before its end.
 */
public final class JdbcLegalHolds implements LegalHolds {

  private static final String PLACE =
      """
      insert into legal_hold (case_id, reason, placed_by, placed_at) values (?, ?, ?, ?)
      on conflict (case_id) where released_at is null do nothing
      """;

  private static final String RELEASE =
      """
      update legal_hold set release_reason = ?, released_by = ?, released_at = ?
      where case_id = ? and released_at is null
      """;

  private static final String OF_A_CASE =
      """
      select case_id, reason, placed_by, placed_at, release_reason, released_by, released_at
      from legal_hold
      where case_id = ?
      order by id desc
      limit 100
      """;

  private final Sql sql;

  public JdbcLegalHolds(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  /** Once more where the hold that was in the way was released before it was read. */
  @Override
  public LegalHold place(String caseId, String reason, String by, Instant at) {
    Optional<LegalHold> held = Optional.empty();
    while (held.isEmpty()) {
      sql.update(PLACE, caseId, reason, by, at);
      held = of(caseId).stream().filter(LegalHold::isInForce).findFirst();
    }
    return held.get();
  }

  @Override
  public boolean release(String caseId, String reason, String by, Instant at) {
    return sql.update(RELEASE, reason, by, at, caseId) > 0;
  }

  @Override
  public List<LegalHold> of(String caseId) {
    return sql.query(OF_A_CASE, JdbcLegalHolds::hold, caseId);
  }

  private static LegalHold hold(ResultSet row) throws SQLException {
    var releasedAt = Sql.instant(row, "released_at");
    return new LegalHold(
        row.getString("case_id"),
        row.getString("reason"),
        row.getString("placed_by"),
        Sql.required(row, "placed_at"),
        releasedAt == null
            ? null
            : new Release(
                row.getString("release_reason"), row.getString("released_by"), releasedAt));
  }
}
