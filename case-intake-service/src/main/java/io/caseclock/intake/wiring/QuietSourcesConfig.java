package io.caseclock.intake.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** When the silence of a source is unusual. */
@ConfigMapping(prefix = "caseclock.quiet-sources")
public interface QuietSourcesConfig {

  /** Events that would usually have come since the last one. */
  @WithDefault("15")
  @Min(3)
  @Max(1000)
  int expected();

  /** How often what was heard is kept, and sources are judged. */
  @WithDefault("15s")
  Duration every();
}
