package io.caseclock.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How the outbox is emptied. */
@ConfigMapping(prefix = "caseclock.outbox")
public interface OutboxConfig {

  /** The most records that the relay sends at once, in one transaction. */
  @WithDefault("500")
  @Min(1)
  int batchSize();

  /** Longest silence after which the outbox is looked at without being told to. */
  @WithDefault("PT1S")
  Duration pause();

  /** How long Kafka has to confirm a record. */
  @WithDefault("PT10S")
  Duration sendTimeout();
}
