package io.caseclock.intake.journal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** The newest record of the directory topic holds, so that its order must be the commits'. */
final class DirectoryLock {

  private static final String TAKE =
      "select pg_advisory_xact_lock(hashtext(current_schema() || '.directory'))";

  private DirectoryLock() {}

  /** Waits for others who change the directory; held until the transaction ends. */
  static void take(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(TAKE)) {
      statement.execute();
    }
  }
}
