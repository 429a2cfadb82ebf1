package io.caseclock.access.security;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a token that was issued ahead of our time by more than the clocks may differ, or that
 * never ends. The rest of its times is checked by the framework. Tokens are made by the system's
 * clock, so that a moved clock of the local stack does not matter here.
 */
@Singleton
@Unremovable
public class TokenTimes implements Validator {

  private final long skewSeconds;
  private final InstantSource systemClock;

  @Inject
  TokenTimes(@ConfigProperty(name = "quarkus.oidc.token.lifespan-grace") long skewSeconds) {
    this(skewSeconds, InstantSource.system());
  }

  TokenTimes(long skewSeconds, InstantSource systemClock) {
    this.skewSeconds = skewSeconds;
    this.systemClock = systemClock;
  }

  @Override
  public @Nullable String validate(JwtContext context) throws MalformedClaimException {
    var claims = context.getJwtClaims();
    if (claims.getExpirationTime() == null) {
      return "The token never ends.";
    }
    var issued = claims.getIssuedAt();
    var latest = systemClock.instant().getEpochSecond() + skewSeconds;
    return issued != null && issued.getValue() > latest ? "The token is of the future." : null;
  }
}
