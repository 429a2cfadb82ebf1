package io.caseclock.monitor.watch.kafka;

import io.caseclock.problem.rest.Problems;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries again ever more slowly, up to a bound, until the fault has passed or the service stops. */
public final class Backoff implements Intake.Patience, AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(Backoff.class);

  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Duration first;
  private final Duration longest;

  public Backoff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
  }

  @Override
  public void untilItPasses(Runnable work) {
    var pause = first;
    while (true) {
      try {
        work.run();
        return;
      } catch (RuntimeException e) {
        if (!Problems.isPassing(e) || !waited(pause, e)) {
          throw e;
        }
        pause = pause.multipliedBy(2).compareTo(longest) > 0 ? longest : pause.multipliedBy(2);
      }
    }
  }

  /** False once the service stops: then the batch is left unacknowledged and comes again. */
  private boolean waited(Duration pause, RuntimeException cause) {
    LOGGER
        .atWarn()
        .addKeyValue("reason", FailureReason.TRANSIENT)
        .addKeyValue("retryAfter", pause)
        .addKeyValue("cause", String.valueOf(cause.getMessage()))
        .log("consumer waits");
    try {
      return !stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    stopped.countDown();
  }
}
