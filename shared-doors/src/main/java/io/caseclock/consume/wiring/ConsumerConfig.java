package io.caseclock.consume.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Patience while the database is away. */
@ConfigMapping(prefix = "caseclock.consumer")
public interface ConsumerConfig {

  @WithDefault("PT0.2S")
  Duration firstPause();

  @WithDefault("PT10S")
  Duration longestPause();
}
