package io.caseclock.monitor.lag;

import java.time.Duration;
import java.time.Instant;

/** Notes that a replica of the monitor runs, and when none did. */
public interface Heartbeat {

  /**
   * A replica begins to run. Where none was seen for longer than {@code shortest}, that was an
   * outage; a clock that is moved while one runs is none.
   */
  void begin(Instant now, Duration shortest);

  /** It still runs. */
  void beat(Instant now);
}
