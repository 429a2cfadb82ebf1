package io.caseclock.e2e.faults;

import io.caseclock.e2e.Suite;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/** What the monitor's database holds of deadlines that are still to be done. */
final class OpenDeadlines {

  private OpenDeadlines() {}

  /** Rule, state and time of each; the id follows from the case and what began it. */
  static Set<String> of(Suite suite) {
    try (var connection = suite.stack().postgres().superuser("caseclock").getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select id::text, case_id, rule, phase, due_at from monitor.deadline"
                    + " where ended_at is null")) {
      Set<String> found = new TreeSet<>();
      while (rows.next()) {
        found.add(
            "%s %s %s %s %s"
                .formatted(
                    rows.getString(1),
                    rows.getString(2),
                    rows.getString(3),
                    rows.getString(4),
                    rows.getString(5)));
      }
      return found;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
