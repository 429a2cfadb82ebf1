package io.caseclock.job;

import io.caseclock.rest.Problems;
import io.quarkus.runtime.LaunchMode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one piece of work again and again in a thread of its own: when somebody wakes it, when the
 * work itself foresaw that there would be something to do, and otherwise every so often. A round
 * that fails is told in the log and leaves the next one as it is.
 */
public final class WakingLoop implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(WakingLoop.class);
  private static final Duration STOPPING = Duration.ofSeconds(5);

  /** What a round returns that foresees nothing. */
  public static final Duration NEVER = Duration.ofDays(1);

  private final Round round;
  private final Duration rest;
  private final Duration longest;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Semaphore bell = new Semaphore(0);
  private final Thread thread;

  /** One round of the work. */
  @FunctionalInterface
  public interface Round {

    /**
     * Does all that there is to do.
     *
     * @return for how long there will be nothing to do again, as far as is known; may be too long,
     *     and zero or less where more is waiting already
     */
    Duration run();
  }

  /**
   * @param setting names the longest wait where it is refused
   * @param name of the thread, and what the log calls the work
   * @param rest between two rounds in any case, so that what comes one by one is done together
   * @param longest no wait between two rounds is longer; longer than the rest. Zero, where a
   *     service is tested: then no round ever comes, whoever starts or wakes it
   */
  public WakingLoop(String setting, String name, Round round, Duration rest, Duration longest) {
    var isOff = longest.isZero() && LaunchMode.current() == LaunchMode.TEST;
    if (!isOff && longest.compareTo(rest) <= 0) {
      throw new IllegalArgumentException(
          "%s is longer than %s: not %s".formatted(setting, rest, longest));
    }
    this.round = round;
    this.rest = rest;
    this.longest = longest;
    thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  public void start() {
    if (!longest.isZero()) {
      thread.start();
    }
  }

  /** Begins a round now, or after the rest where one has just ended or is under way. */
  public void wake() {
    bell.release();
  }

  /** Lets the round at hand end, for a while. */
  @Override
  public void close() {
    stopped.countDown();
    wake();
    try {
      thread.join(STOPPING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (isRunning()) {
        bell.drainPermits();
        await(doRound());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration doRound() {
    try {
      return round.run();
    } catch (Throwable e) {
      if (isRunning()) {
        (Problems.isTransient(e) ? LOGGER.atWarn() : LOGGER.atError().setCause(e))
            .addKeyValue("job", thread.getName())
            .addKeyValue("reason", e.toString())
            .log("a round failed, the next one comes by itself");
      }
      return longest;
    }
  }

  private void await(Duration idle) throws InterruptedException {
    if (!stopped.await(rest.toNanos(), TimeUnit.NANOSECONDS)) {
      var wait = (idle.compareTo(longest) < 0 ? idle : longest).minus(rest);
      var ignored = bell.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private boolean isRunning() {
    return stopped.getCount() > 0;
  }
}
