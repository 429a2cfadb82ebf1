package io.caseclock.consume.kafka;

import io.caseclock.consume.FailureReason;
import io.caseclock.rest.Problems;
import io.caseclock.time.Backoff;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work again and again while the database is away, with growing pauses up to a bound. It ends
 * with success, with a fault that waiting does not mend, or with the shutdown.
 */
public final class DatabaseRetry implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(DatabaseRetry.class);

  /**
   * Too long, out of range, no time, an offset too far, no character of the database, more than an
   * index takes: what was to be stored is at fault, not the statement.
   */
  private static final Set<String> DATA =
      Set.of("22001", "22003", "22007", "22008", "22009", "22021", "22P05", "54000");

  private final Backoff backoff;
  private final MeterRegistry meters;
  private final CountDownLatch stopped = new CountDownLatch(1);

  public DatabaseRetry(Backoff backoff, MeterRegistry meters) {
    this.backoff = backoff;
    this.meters = meters;
  }

  /** Throws what the work throws, unless that passes; then it waits. */
  public void run(String topic, Runnable work) {
    for (var failures = 1; ; failures++) {
      try {
        work.run();
        return;
      } catch (RuntimeException e) {
        if (!isTransient(e)) {
          throw e;
        }
        failed(topic, FailureReason.TRANSIENT);
        var pause = backoff.after(failures);
        LOGGER
            .atWarn()
            .addKeyValue("topic", topic)
            .addKeyValue("reason", e.toString())
            .addKeyValue("retryAfter", pause)
            .log("database away, consumer waits");
        await(pause, e);
      }
    }
  }

  /** Counts from zero, so that the first failure of a channel is a rise. */
  public void countFailuresOf(Collection<String> topics) {
    for (var topic : topics) {
      Arrays.stream(FailureReason.values()).forEach(reason -> failures(topic, reason));
    }
  }

  /** Counts a failure. */
  void failed(String topic, FailureReason reason) {
    failures(topic, reason).increment();
  }

  private Counter failures(String topic, FailureReason reason) {
    return meters.counter("caseclock.consumer.failures", "channel", topic, "reason", reason.wire());
  }

  /** Whether waiting may mend it. A pool that cannot connect throws without a state. */
  public static boolean isTransient(Throwable cause) {
    for (var link = cause; link != null; link = link.getCause()) {
      if (link instanceof SQLException sql && sql.getSQLState() == null) {
        return true;
      }
    }
    return Problems.isTransient(cause);
  }

  /** Why a record failed that waiting does not mend. */
  public static FailureReason reasonOf(Throwable cause) {
    for (var link = cause; link != null; link = link.getCause()) {
      if (link instanceof SQLException sql
          && sql.getSQLState() != null
          && DATA.contains(sql.getSQLState())) {
        return FailureReason.MALFORMED;
      }
    }
    return FailureReason.BUG;
  }

  /** The record is not acknowledged, so that it comes again after the restart. */
  private void await(Duration pause, RuntimeException cause) {
    try {
      if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        throw cause;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cause;
    }
  }

  @Override
  public void close() {
    stopped.countDown();
  }
}
