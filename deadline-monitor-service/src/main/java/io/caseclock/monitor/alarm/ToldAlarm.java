package io.caseclock.monitor.alarm;

import io.caseclock.monitor.deadline.Stages;
import java.time.Duration;

/**
 * An alarm that is committed.
 *
 * @param stage the stage that was reached, as its rule names it, or {@link Stages#BREACH}
 * @param lateBy how long after the instant of that stage it was committed
 */
public record ToldAlarm(String stage, Duration lateBy) {

  /** Whether it tells that the deadline is late, and not only that it will be. */
  public boolean isBreach() {
    return stage.equals(Stages.BREACH);
  }
}
