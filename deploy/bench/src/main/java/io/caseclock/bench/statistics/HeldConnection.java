package io.caseclock.bench.statistics;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * One connection that stays open, as that of a pool does, so that opening it is not measured and
 * the driver prepares what comes again. For one user at a time.
 */
public final class HeldConnection implements DataSource, AutoCloseable {

  private final PooledConnection held;

  HeldConnection(String url, String user, String password) throws SQLException {
    var source = new PGConnectionPoolDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    held = source.getPooledConnection();
  }

  @Override
  public Connection getConnection() throws SQLException {
    return held.getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public void close() throws SQLException {
    held.close();
  }

  @Override
  public PrintWriter getLogWriter() {
    return new PrintWriter(System.err, true);
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setLoginTimeout(int seconds) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    return type.cast(this);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
