package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.watch.WatchedCases.Size;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Counts what is kept of cases, so that one that is too large is never read. */
final class CaseSizes {

  private static final String SIZES =
      "select w.case_id, w.unit, w.quarantined,"
          + " (select count(*) from (select 1 from case_event e where e.case_id = w.case_id"
          + " limit ?) as kept) as events,"
          + " (select count(*) from deadline d where d.case_id = w.case_id) as deadlines,"
          + " w.purged_at is not null as contents_deleted"
          + " from watched_case w where w.case_id = any (?) order by w.case_id";

  /**
   * In the order of the ids.
   *
   * @param most where counting the events of a case ends
   */
  static List<Size> of(Connection connection, Collection<String> caseIds, int most)
      throws SQLException {
    return Sql.query(
        connection,
        SIZES,
        statement -> {
          statement.setInt(1, most);
          statement.setArray(2, connection.createArrayOf("text", caseIds.toArray()));
        },
        row ->
            new Size(
                row.getString("case_id"),
                row.getString("unit"),
                row.getString("quarantined"),
                row.getLong("events"),
                row.getLong("deadlines"),
                row.getBoolean("contents_deleted")));
  }

  private CaseSizes() {}
}
