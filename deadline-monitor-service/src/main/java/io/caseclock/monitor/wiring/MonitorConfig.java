package io.caseclock.monitor.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Settings of the deadline monitor. */
@ConfigMapping(prefix = "caseclock")
public interface MonitorConfig {

  /** The rule packs in force: ids of shipped packs, or folders. */
  @WithDefault("cn-public-security")
  List<String> packs();

  Sweep sweep();

  /** The sweep over due deadlines. */
  interface Sweep {

    /** How often to look. */
    @WithDefault("1s")
    String every();

    /** How long an alarm waits that was due before its deadline was known. */
    @WithDefault("30s")
    Duration settle();

    /** How many deadlines one transaction takes. */
    @WithDefault("200")
    int batchSize();
  }
}
