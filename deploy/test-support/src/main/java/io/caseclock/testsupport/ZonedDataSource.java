package io.caseclock.testsupport;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections that have sent one statement before they are handed out. A few are kept when they are
 * closed, as the pool of a service keeps them, and handed out again as if they were new: what an
 * earlier user set in the session is forgotten, and an open transaction is rolled back.
 */
final class ZonedDataSource extends PGSimpleDataSource {

  private static final long serialVersionUID = 1L;

  /** Of all databases together; those of a test that is over make room for those of the next. */
  private static final int MOST_KEPT = 16;

  private static final Deque<Kept> KEPT = new ArrayDeque<>();

  private final transient PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
  private final String firstStatement;

  ZonedDataSource(String url, String user, String password, String firstStatement) {
    this.firstStatement = firstStatement;
    setUrl(url);
    setUser(user);
    setPassword(password);
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
  }

  private record Kept(ZonedDataSource owner, PooledConnection connection) {}

  @Override
  public Connection getConnection() throws SQLException {
    for (var kept = kept(); kept != null; kept = kept()) {
      try {
        return prepared(kept.getConnection());
      } catch (SQLException e) {
        kept.close(); // its server ended the session meanwhile
      }
    }
    var fresh = source.getPooledConnection();
    fresh.addConnectionEventListener(new Keeper());
    return prepared(fresh.getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return prepared(super.getConnection(user, password));
  }

  private Connection prepared(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("RESET ALL; " + firstStatement);
    }
    return connection;
  }

  private @Nullable PooledConnection kept() {
    synchronized (KEPT) {
      for (var all = KEPT.descendingIterator(); all.hasNext(); ) {
        var next = all.next();
        if (next.owner() == this) {
          all.remove();
          return next.connection();
        }
      }
      return null;
    }
  }

  /** Keeps what is given back, and closes what was kept longest where there are too many. */
  private final class Keeper implements ConnectionEventListener {

    @Override
    public void connectionClosed(ConnectionEvent event) {
      var oldest = keep(new Kept(ZonedDataSource.this, (PooledConnection) event.getSource()));
      if (oldest != null) {
        close(oldest.connection());
      }
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
      // one that is broken does not come back as good: the first statement fails on it
    }

    private static @Nullable Kept keep(Kept one) {
      synchronized (KEPT) {
        KEPT.addLast(one);
        return KEPT.size() > MOST_KEPT ? KEPT.removeFirst() : null;
      }
    }

    private static void close(PooledConnection connection) {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException("a connection cannot be closed", e);
      }
    }
  }
}
