package io.caseclock.outbox;

import io.caseclock.time.Backoff;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an outbox empty in a thread of its own: drains it, then listens until something is appended
 * or the pause is over. While the broker or the database is away it tries again, ever more slowly
 * up to a bound, and catches up by itself.
 */
public final class RelayLoop implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(RelayLoop.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));
  private static final Duration SLICE = Duration.ofMillis(500);

  private final OutboxRelay relay;
  private final DataSource dataSource;
  private final Duration pause;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "outbox-relay");
  private int failures;

  /**
   * @param pause longest silence after which the outbox is looked at even without a notification
   */
  public RelayLoop(OutboxRelay relay, DataSource dataSource, Duration pause) {
    this.relay = relay;
    this.dataSource = dataSource;
    this.pause = pause;
  }

  public void start() {
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    stopped.countDown();
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (isRunning()) {
      try (var listener = dataSource.getConnection()) {
        drainWheneverTold(listener);
      } catch (SQLException | RuntimeException | Error e) {
        pauseAfter(e);
      }
    }
  }

  private void drainWheneverTold(Connection listener) throws SQLException {
    try {
      listen(listener);
      while (isRunning()) {
        drain();
        failures = 0;
        awaitNews(listener.unwrap(PGConnection.class));
      }
    } finally {
      unlisten(listener);
    }
  }

  /** Waits in slices, since nothing but its timeout ends the driver's waiting. */
  private void awaitNews(PGConnection listener) throws SQLException {
    var left = pause;
    do {
      var slice = left.compareTo(SLICE) < 0 ? left : SLICE;
      var news = listener.getNotifications(Math.max(1, Math.toIntExact(slice.toMillis())));
      if (news != null && news.length > 0) {
        return;
      }
      left = left.minus(slice);
    } while (isRunning() && left.isPositive());
  }

  /** Until no batch was full: what comes behind the last look at the table is announced. */
  private void drain() throws SQLException {
    while (isRunning() && relay.relayOnce() >= relay.batchSize()) {
      failures = 0;
    }
  }

  private static void listen(Connection listener) throws SQLException {
    listener.setAutoCommit(true);
    try (var statement = listener.createStatement();
        var rows = statement.executeQuery("select quote_ident('outbox_' || current_schema())")) {
      if (rows.next()) {
        var channel = rows.getString(1);
        statement.execute("listen " + channel);
      }
    }
  }

  /** A pooled connection that went on listening would hoard notifications that nobody reads. */
  private static void unlisten(Connection listener) {
    try (var statement = listener.createStatement()) {
      statement.execute("unlisten *");
    } catch (SQLException e) {
      LOGGER.atDebug().addKeyValue("reason", e.toString()).log("the listening connection is gone");
    }
  }

  private void pauseAfter(@Nullable Throwable cause) {
    if (!isRunning()) {
      return;
    }
    var backoff = BACKOFF.after(++failures);
    LOGGER
        .atWarn()
        .addKeyValue("reason", String.valueOf(cause))
        .addKeyValue("retryAfter", backoff)
        .log("outbox relay waits");
    try {
      var ignored = stopped.await(backoff.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped.countDown();
    }
  }

  private boolean isRunning() {
    return stopped.getCount() > 0;
  }
}
