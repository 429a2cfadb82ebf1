package io.caseclock.testsupport;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The driver of PostgreSQL with a {@link StatementLog} over its connections, for a pool that
 * Quarkus makes: {@code quarkus.datasource.jdbc.driver}.
 */
public final class ListeningDriver implements Driver {

  /** What was sent by all of them. */
  public static final StatementLog LOG = new StatementLog();

  private final Driver driver = new org.postgresql.Driver();

  @Override
  public @Nullable Connection connect(String url, Properties properties) throws SQLException {
    var connection = driver.connect(url, properties);
    return connection == null ? null : LOG.over(connection);
  }

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    return driver.acceptsURL(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties)
      throws SQLException {
    return driver.getPropertyInfo(url, properties);
  }

  @Override
  public int getMajorVersion() {
    return driver.getMajorVersion();
  }

  @Override
  public int getMinorVersion() {
    return driver.getMinorVersion();
  }

  @Override
  public boolean jdbcCompliant() {
    return driver.jdbcCompliant();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }
}
