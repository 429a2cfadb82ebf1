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

  Law law();

  Audit audit();

  /** Moving what is open to a new law. */
  interface Law {

    /** How often to look whether anything rests on an older version. */
    @WithDefault("60s")
    String every();
  }

  /** The nightly proof. */
  interface Audit {

    /** When it runs, as a Quartz expression in the machine's zone; {@code off} for never. */
    @WithDefault("0 30 3 * * ?")
    String cron();
  }

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
