package io.caseclock.monitor.watch;

import java.time.Duration;

/**
 * How long alarms wait for a case to come to rest: what ends a deadline is often on its way when
 * the deadline is learned of.
 */
public interface SourceWaits {

  /** How long after the newest event of the case, for a deadline that this source started. */
  Duration of(String source);

  /** How long an alarm waits at the most, however many events follow. */
  Duration longest();

  /** The same for every source. */
  static SourceWaits always(Duration wait) {
    return new SourceWaits() {
      @Override
      public Duration of(String source) {
        return wait;
      }

      @Override
      public Duration longest() {
        return wait.multipliedBy(120);
      }
    };
  }
}
