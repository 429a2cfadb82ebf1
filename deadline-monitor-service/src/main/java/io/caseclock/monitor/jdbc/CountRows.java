package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.count.Count;
import io.caseclock.monitor.count.CountChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of table {@code count_change}: appended only, so that no two writers wait for each other.
 */
final class CountRows {

  private static final ArrayColumns<CountChange> COLUMNS =
      new ArrayColumns<CountChange>()
          .with("case_id", "text", CountChange::caseId)
          .with("deadline_id", "uuid", CountChange::deadlineId)
          .with("sign", "int2", CountChange::sign)
          .with("reason", "text", CountChange::reason)
          .with("known_at", "timestamptz", CountChange::knownAt)
          .with("known_on", "date", CountChange::knownOn)
          .with("counted_on", "date", row -> row.count().on())
          .with("unit", "text", row -> row.count().unit())
          .with("officer", "text", row -> row.count().officer())
          .with("rule", "text", row -> row.count().rule())
          .with("list", "text", row -> row.count().list())
          .with("element", "text", row -> row.count().element())
          .with("outcome", "text", row -> row.count().outcome().wire())
          .with("extended", "boolean", row -> row.count().extended())
          .with("warned", "boolean", row -> row.count().warned())
          .with("late_cause", "text", row -> lateCause(row.count()));

  private static final String APPEND =
      "insert into count_change (" + COLUMNS.names() + ") select r.* from " + COLUMNS.unnest();

  private static final int SLICE = 5_000;

  private static @Nullable String lateCause(Count count) {
    var cause = count.lateCause();
    return cause == null ? null : cause.wire();
  }

  static void append(Connection connection, List<CountChange> changes) throws SQLException {
    for (var from = 0; from < changes.size(); from += SLICE) {
      var slice = changes.subList(from, Math.min(changes.size(), from + SLICE));
      Sql.update(connection, APPEND, statement -> COLUMNS.bind(connection, statement, slice));
    }
  }

  private CountRows() {}
}
