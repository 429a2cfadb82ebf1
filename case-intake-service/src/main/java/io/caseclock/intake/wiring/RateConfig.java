package io.caseclock.intake.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How many events one client, and one source of a client, may send to this replica. */
@ConfigMapping(prefix = "caseclock.rate")
public interface RateConfig {

  /** Events a second of one client, whatever their sources. */
  @WithDefault("4000")
  @Min(1)
  long client();

  /** Events of one client at once after a pause. */
  @WithDefault("40000")
  @Min(1)
  long clientBurst();

  /** Events a second of one source. */
  @WithDefault("2000")
  @Min(1)
  long source();

  /** Events of one source at once after a pause. */
  @WithDefault("20000")
  @Min(1)
  long sourceBurst();
}
