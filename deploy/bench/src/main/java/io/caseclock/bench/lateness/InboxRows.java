package io.caseclock.bench.lateness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * When the rows of inboxes could first be seen, looked for a hundred times a second: what the row
 * itself tells is when its transaction began.
 */
final class InboxRows implements AutoCloseable {

  private static final Duration LOOK_EVERY = Duration.ofMillis(10);

  /** Of transactions that were not over when it was last looked. */
  private static final String NEW =
      """
      select id, pg_snapshot_xmin(pg_current_snapshot())::text as still_open
      from notification.inbox_entry where tx >= ?::xid8
      """;

  private static final String BEGIN = "select pg_snapshot_xmin(pg_current_snapshot())::text";

  private final Map<String, Long> seenAt = new ConcurrentHashMap<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable Exception failure; // written by the looking thread

  /** Looks from now on. */
  InboxRows(DataSource database) {
    thread = new Thread(() -> run(database), "look-into-inboxes");
    thread.setDaemon(true);
    thread.start();
  }

  private void run(DataSource database) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(NEW)) {
      var stillOpen = begin(connection);
      while (!stopped.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        stillOpen = look(query, stillOpen);
      }
    } catch (SQLException | InterruptedException e) {
      failure = e;
    }
  }

  private static String begin(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(BEGIN)) {
      row.next();
      return row.getString(1);
    }
  }

  private String look(PreparedStatement query, String since) throws SQLException {
    query.setString(1, since);
    try (var rows = query.executeQuery()) {
      var nanos = System.nanoTime();
      var stillOpen = since;
      while (rows.next()) {
        seenAt.putIfAbsent(rows.getString(1), nanos);
        stillOpen = rows.getString(2);
      }
      return stillOpen;
    }
  }

  /** By the id of the row, as {@link System#nanoTime()} counts. */
  Map<String, Long> seenAt() {
    return seenAt;
  }

  @Override
  public void close() throws InterruptedException {
    stopped.countDown();
    thread.join();
    var thrown = failure;
    if (thrown != null) {
      throw new IllegalStateException("the inboxes could not be read", thrown);
    }
  }
}
