package io.caseclock.testsupport;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** New connections that have sent one statement before they are handed out. */
final class ZonedDataSource extends PGSimpleDataSource {

  private static final long serialVersionUID = 1L;

  private final String firstStatement;

  ZonedDataSource(String url, String user, String password, String firstStatement) {
    this.firstStatement = firstStatement;
    setUrl(url);
    setUser(user);
    setPassword(password);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return prepared(super.getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return prepared(super.getConnection(user, password));
  }

  private Connection prepared(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(firstStatement);
    }
    return connection;
  }
}
