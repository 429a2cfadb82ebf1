package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Lets a transaction read tables by their indexes alone. It asks for the rows of a few cases among
 * many, or for the first of a queue; a plan that was made while a table was small reads all of it,
 * and is kept while the table grows.
 */
final class ReadByIndex {

  private static final String FROM_NOW_ON = "set local enable_seqscan = off";

  /** Holds until the transaction ends. */
  static void fromNowOn(Connection connection) throws SQLException {
    Sql.update(connection, FROM_NOW_ON, any -> {});
  }

  private ReadByIndex() {}
}
