package io.caseclock.wiring;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of the clock. */
@ConfigMapping(prefix = "caseclock.clock")
public interface ClockConfig {

  /** The file that holds the offset of the local stack's clock; absent everywhere else. */
  Optional<Path> offsetFile();
}
