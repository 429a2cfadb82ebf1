package io.caseclock.audit.jdbc;

import io.caseclock.audit.AuditEntry;
import io.caseclock.audit.AuditLog;
import io.caseclock.audit.AuditStore;
import io.caseclock.rest.Problems;
import io.caseclock.time.Backoff;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the audit log behind the answers, many entries in one insert, and forgets what is older
 * than the retention. While the database is away the entries wait, up to a bound; whatever cannot
 * be kept is logged whole as an error, and counted.
 */
public final class AuditWriter implements AuditLog, AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(AuditWriter.class);
  private static final int MOST_WAITING = 10_000;
  private static final int BATCH = 200;
  private static final int FORGOTTEN_AT_ONCE = 5_000;
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration BETWEEN_FORGETTING = Duration.ofHours(1);
  private static final Duration LAST_MOMENTS = Duration.ofSeconds(10);
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

  private final AuditStore store;
  private final Duration retention;
  private final InstantSource clock;
  private final Counter lost;
  private final BlockingQueue<AuditEntry> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = Thread.ofVirtual().name("audit-log").unstarted(this::run);
  private Instant nextForgetting = Instant.MIN;

  /**
   * @param retention how long entries are kept
   */
  public AuditWriter(
      AuditStore store, Duration retention, InstantSource clock, MeterRegistry meters) {
    this.store = store;
    this.retention = retention;
    this.clock = clock;
    this.lost =
        Counter.builder("caseclock.audit.log.lost")
            .description("Entries of the audit log that could not be kept and are only in the log")
            .register(meters);
    meters.gaugeCollectionSize("caseclock.audit.log.waiting", List.of(), waiting);
  }

  public void start() {
    thread.start();
  }

  @Override
  public void keep(AuditEntry entry) {
    if (!waiting.offer(entry)) {
      lose(entry, "too many wait");
    }
  }

  /** Writes what waits, as long as the database is there. */
  @Override
  public void close() {
    stopped.countDown();
    try {
      if (!thread.join(LAST_MOMENTS)) {
        LOGGER.atError().addKeyValue("count", waiting.size()).log("audit log was cut off");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (isRunning() || !waiting.isEmpty()) {
      try {
        var batch = next();
        if (!batch.isEmpty()) {
          store(batch);
        }
        forgetWhatIsOld();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOGGER.atError().setCause(e).log("audit log stumbled");
      }
    }
  }

  private List<AuditEntry> next() throws InterruptedException {
    List<AuditEntry> batch = new ArrayList<>();
    var first = waiting.poll(isRunning() ? PAUSE.toMillis() : 0, TimeUnit.MILLISECONDS);
    if (first != null) {
      batch.add(first);
      waiting.drainTo(batch, BATCH - 1);
    }
    return batch;
  }

  /** Waits for the database; one entry that it never takes does not take others with it. */
  private void store(List<AuditEntry> batch) throws InterruptedException {
    for (var failures = 1; ; failures++) {
      try {
        store.append(batch);
        return;
      } catch (RuntimeException e) {
        if (!Problems.isTransient(e)) {
          storeEach(batch, e);
          return;
        }
        if (stopped.await(BACKOFF.after(failures).toMillis(), TimeUnit.MILLISECONDS)) {
          batch.forEach(entry -> lose(entry, "the database is away at the shutdown"));
          return;
        }
      }
    }
  }

  private void storeEach(List<AuditEntry> batch, RuntimeException cause)
      throws InterruptedException {
    if (batch.size() == 1) {
      lose(batch.getFirst(), String.valueOf(cause.getMessage()));
      return;
    }
    for (var entry : batch) {
      store(List.of(entry));
    }
  }

  private void forgetWhatIsOld() {
    var now = clock.instant();
    if (!isRunning() || now.isBefore(nextForgetting)) {
      return;
    }
    nextForgetting = now.plus(BETWEEN_FORGETTING);
    var forgotten = 1;
    while (isRunning() && forgotten > 0) {
      forgotten = store.forget(now.minus(retention), FORGOTTEN_AT_ONCE);
    }
  }

  private void lose(AuditEntry entry, String reason) {
    lost.increment();
    LOGGER
        .atError()
        .addKeyValue("at", entry.at())
        .addKeyValue("account", entry.actor().account())
        .addKeyValue("officer", entry.actor().officer())
        .addKeyValue("operation", entry.operation())
        .addKeyValue("ids", entry.ids())
        .addKeyValue("status", entry.status())
        .addKeyValue("requestId", entry.requestId())
        .addKeyValue("reason", reason)
        .log("entry of the audit log is not kept");
  }

  private boolean isRunning() {
    return stopped.getCount() > 0;
  }
}
