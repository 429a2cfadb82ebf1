package io.caseclock.bench.firing;

import io.caseclock.bench.firing.OutboxRows.Model;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * What a job of the others does: it inserts one row into the outbox, of the size that a warning
 * has, and commits. Only the time from the first that begins to the last that ends is counted, so
 * that nobody pays for how a scheduler starts and stops.
 */
final class Body {

  private static final String INSERT =
      "insert into outbox (aggregatetype, aggregateid, type, headers, payload, created_at)"
          + " values (?, ?, ?, ?::jsonb, ?, ?)";
  private static final Duration LOOK_EVERY = Duration.ofMillis(2);
  private static final Duration LONGEST_START = Duration.ofSeconds(30);
  private static final long NEVER = Long.MAX_VALUE;

  private final DataSource database;
  private final Model model;
  private final AtomicLong told = new AtomicLong();
  private final AtomicLong firstAt = new AtomicLong(NEVER);
  private final AtomicLong lastAt = new AtomicLong();

  Body(DataSource database, Model model) {
    this.database = database;
    this.model = model;
  }

  /** Tells of a case, in a transaction of its own. */
  void tell(String caseId) {
    firstAt.compareAndSet(NEVER, System.nanoTime());
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(INSERT)) {
      statement.setString(1, model.topic());
      statement.setString(2, caseId);
      statement.setString(3, model.type());
      statement.setString(4, model.headers());
      statement.setBytes(5, model.payload());
      statement.setTimestamp(6, Timestamp.from(Instant.EPOCH));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("nobody was told of " + caseId, e);
    }
    lastAt.accumulateAndGet(System.nanoTime(), Math::max);
    told.incrementAndGet();
  }

  /**
   * Waits until so many were told.
   *
   * @param longest from the first one on
   */
  Fired await(int cases, Duration longest) throws InterruptedException {
    var giveUp = System.nanoTime() + LONGEST_START.toNanos();
    while (firstAt.get() == NEVER && System.nanoTime() < giveUp) {
      pause();
    }
    var first = firstAt.get();
    if (first == NEVER) {
      return new Fired(0, 0);
    }
    while (told.get() < cases && System.nanoTime() - first < longest.toNanos()) {
      pause();
    }
    var count = told.get();
    return new Fired(count, (count < cases ? System.nanoTime() : lastAt.get()) - first);
  }

  private static void pause() throws InterruptedException {
    LockSupport.parkNanos(LOOK_EVERY.toNanos());
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
