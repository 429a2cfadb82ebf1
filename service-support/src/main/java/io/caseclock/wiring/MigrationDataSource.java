package io.caseclock.wiring;

import io.caseclock.log.wiring.OneLine;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/**
 * Connections to migrate by. Where there is none, the start ends with what the database answered,
 * in one line: who reads the log of a Job, or of a first start, needs no stack.
 */
final class MigrationDataSource implements DataSource {

  private final DataSource inner;

  MigrationDataSource(DataSource inner) {
    this.inner = inner;
  }

  @Override
  public Connection getConnection() {
    try {
      return inner.getConnection();
    } catch (SQLException | FlywayException e) {
      throw noConnection(e);
    }
  }

  @Override
  public Connection getConnection(String username, String password) {
    try {
      return inner.getConnection(username, password);
    } catch (SQLException | FlywayException e) {
      throw noConnection(e);
    }
  }

  /** The answer of the driver is behind what others say of it, and before what it met itself. */
  private static ConfigurationException noConnection(Exception failure) {
    Throwable answer = failure;
    for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        answer = cause;
      }
    }
    return Setting.refused(
        "quarkus.datasource",
        "gives no connection to migrate by: " + OneLine.of(String.valueOf(answer.getMessage())));
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return inner.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    inner.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    inner.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return inner.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return inner.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return inner.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return inner.isWrapperFor(type);
  }
}
