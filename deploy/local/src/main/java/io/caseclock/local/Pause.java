package io.caseclock.local;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A wait of a command for another process. */
public final class Pause {

  private Pause() {}

  /**
   * Waits so long; throws {@link StackException} where the thread is interrupted.
   *
   * @param doing what is interrupted then, such as {@code sending}
   */
  public static void of(Duration duration, String doing) {
    try {
      if (new CountDownLatch(1).await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("nobody counts this latch down");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while " + doing, e);
    }
  }
}
