package io.caseclock.intake.journal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;

/** Runs work on a pooled connection, in one transaction. */
final class Database {

  private final DataSource dataSource;

  Database(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Work on an open connection. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  <T> T inTransaction(Work<T> work) {
    try (var connection = connection()) {
      connection.setAutoCommit(false);
      try {
        var result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        rollBack(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw new JournalAccessException(e);
    }
  }

  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  <T> T read(Work<T> work) {
    try (var connection = connection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new JournalAccessException(e);
    }
  }

  /** A pool that gives none in time says so without a state; it is a passing fault all the same. */
  private Connection connection() throws SQLException {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw new SQLTransientConnectionException("no connection to the database", e);
    }
  }

  /** The journal could not be read or written. */
  static final class JournalAccessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JournalAccessException(SQLException cause) {
      super("the journal cannot be read or written", cause);
    }
  }
}
