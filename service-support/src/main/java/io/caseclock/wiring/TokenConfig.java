package io.caseclock.wiring;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** What is asked of the provider beside what a token says of itself. */
@ConfigMapping(prefix = "caseclock.tokens")
public interface TokenConfig {

  /**
   * Within which time a token is refused that was revoked at the provider, 1 s to 10 min, as bearer
   * and behind a session of the console: for so long an answer of the provider counts. Where it is
   * not set, no token is asked about.
   */
  Optional<Duration> revokedWithin();
}
