package io.caseclock.monitor.lag;

import java.time.Duration;

/**
 * Between what alarms wait for a case to come to rest.
 *
 * @param unknown for a source of which too little has come
 * @param shortest however promptly a source sends
 * @param longest however slowly, and for however many events
 */
public record WaitSettings(Duration unknown, Duration shortest, Duration longest) {

  public WaitSettings {
    if (shortest.isNegative()
        || unknown.isNegative()
        || shortest.compareTo(longest) > 0
        || unknown.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "caseclock.sweep: settle-shortest and settle lie between zero and settle-longest");
    }
  }
}
