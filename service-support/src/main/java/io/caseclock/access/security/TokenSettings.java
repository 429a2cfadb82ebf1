package io.caseclock.access.security;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import org.eclipse.microprofile.config.Config;

/** Whose tokens are taken, and for whom they must be made: a packaged service has to know both. */
@Singleton
public class TokenSettings {

  private static final String ISSUER = "quarkus.oidc.token.issuer";
  private static final String AUDIENCE = "quarkus.oidc.token.audience";
  private static final String ANYBODY = "any";

  void check(@Observes @Priority(1) StartupEvent start, Config config) {
    requireKnown(LaunchMode.current(), config);
  }

  /** Throws where a packaged service would take tokens of any issuer or for any audience. */
  static void requireKnown(LaunchMode mode, Config config) {
    if (mode == LaunchMode.NORMAL) {
      requireNamed(ISSUER, config);
      requireNamed(AUDIENCE, config);
    }
  }

  private static void requireNamed(String setting, Config config) {
    var value = config.getOptionalValue(setting, String.class).orElse("");
    if (value.isBlank() || Arrays.asList(value.split(",")).contains(ANYBODY)) {
      throw new IllegalStateException(
          setting + " is not set, or is \"any\": name whose tokens are taken, and for whom");
    }
  }
}
