package io.caseclock.consume.jdbc;

import io.caseclock.consume.DeadLetter;
import java.sql.Connection;
import java.sql.SQLException;

/** What a service does about a record that is lost to it, in the transaction that puts it aside. */
@FunctionalInterface
public interface OnDeadLetter {

  /** Does nothing. */
  OnDeadLetter NOTHING = (connection, letter) -> {};

  /** Called once for each dead letter, with the id that it is stored under. */
  void putAside(Connection connection, DeadLetter letter) throws SQLException;
}
