package io.caseclock.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;

/** How topics are read, and how long to wait while the database or the broker is away. */
@ConfigMapping(prefix = "caseclock.consumer")
public interface ConsumerConfig {

  @WithDefault("PT0.2S")
  Duration firstPause();

  @WithDefault("PT10S")
  Duration longestPause();

  /** One entry for each topic that the service reads, by the topic's name. */
  Map<String, Channel> channels();

  /** How one topic is read. */
  interface Channel {

    /** The consumer group; replicas share it. */
    String group();

    /** The most records taken at once. */
    @WithDefault("500")
    @Min(1)
    int batch();
  }
}
