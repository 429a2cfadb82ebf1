package io.caseclock.access.security;

import io.caseclock.wiring.Setting;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * Whose tokens are taken, and for whom they must be made: a packaged service has to know both, and
 * has secrets that are long enough.
 */
@Singleton
public class TokenSettings {

  private static final String ISSUER = "quarkus.oidc.token.issuer";
  private static final String AUDIENCE = "quarkus.oidc.token.audience";
  private static final String ANYBODY = "any";

  /** With a shorter one the framework makes a key of its own, so that no other replica can read. */
  private static final int SHORTEST_SECRET = 32;

  private static final List<String> SECRETS =
      List.of(
          "quarkus.oidc.credentials.secret",
          "quarkus.oidc.credentials.client-secret.value",
          "quarkus.oidc.authentication.state-secret");

  void check(@Observes @Priority(1) StartupEvent start, Config config) {
    requireKnown(LaunchMode.current(), config);
  }

  /**
   * Throws where a packaged service would take tokens of any issuer or for any audience, or where
   * signing in would fail with more than one replica.
   */
  static void requireKnown(LaunchMode mode, Config config) {
    if (mode == LaunchMode.NORMAL) {
      requireNamed(ISSUER, config);
      requireNamed(AUDIENCE, config);
      SECRETS.forEach(name -> requireLong(name, config));
    }
  }

  private static void requireLong(String setting, Config config) {
    var secret = config.getOptionalValue(setting, String.class);
    if (secret.isPresent() && secret.get().length() < SHORTEST_SECRET) {
      throw Setting.refused(
          setting, "has at least " + SHORTEST_SECRET + " characters, not " + secret.get().length());
    }
  }

  private static void requireNamed(String setting, Config config) {
    var value = config.getOptionalValue(setting, String.class).orElse("");
    if (value.isBlank() || Arrays.asList(value.split(",")).contains(ANYBODY)) {
      throw Setting.refused(
          setting, "is not set, or is \"any\": name whose tokens are taken, and for whom");
    }
  }
}
