package io.caseclock.wiring;

import com.github.benmanes.caffeine.cache.Ticker;
import io.caseclock.access.security.TokenAnswers;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Asks the provider about tokens where a site wants that, and refuses what cannot work. */
public class TokenWiring {

  private static final String SETTING = "caseclock.tokens.revoked-within";
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** With one of these a service tells the provider who asks. */
  private static final String[] SECRETS = {
    "quarkus.oidc.credentials.secret",
    "quarkus.oidc.credentials.client-secret.value",
    "quarkus.oidc.introspection-credentials.secret"
  };

  @Produces
  @Singleton
  Optional<TokenAnswers> tokenAnswers(TokenConfig config) {
    return config
        .revokedWithin()
        .map(within -> new TokenAnswers(checked(within), Ticker.systemTicker()));
  }

  void refuseWhatCannotWork(
      @Observes @Priority(1) StartupEvent start, TokenConfig tokens, Config config) {
    var within = tokens.revokedWithin().map(TokenWiring::checked);
    if (within.isPresent() && LaunchMode.current() == LaunchMode.NORMAL) {
      requireSecret(config);
    }
  }

  static Duration checked(Duration within) {
    if (within.compareTo(SHORTEST) < 0 || within.compareTo(LONGEST) > 0) {
      throw Setting.refused(SETTING, "is at least 1 s and at most 10 min, not " + within);
    }
    return within;
  }

  /** Throws where the provider would not answer, since nobody says who asks. */
  static void requireSecret(Config config) {
    if (Stream.of(SECRETS)
        .allMatch(name -> config.getOptionalValue(name, String.class).isEmpty())) {
      throw Setting.refused(
          SETTING, "is set, but " + SECRETS[0] + " is not: the provider answers clients alone");
    }
  }
}
