package io.caseclock.access.security;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.handler.HttpException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Has a bearer token asked about, where a site wants that, after everything else about it was
 * checked here: the framework's own way of asking would leave out for whom a token is made. A token
 * that has ended is not asked about: the provider calls it inactive then, and here it counts until
 * the clocks may differ no more. The token behind a session of the console is asked about where the
 * session is looked up.
 */
@Singleton
public class RevokedTokens implements SecurityIdentityAugmentor {

  private static final int UNAVAILABLE = 503;

  private final TokenQuestions questions;
  private final InstantSource systemClock = InstantSource.system();

  @Inject
  RevokedTokens(TokenQuestions questions) {
    this.questions = questions;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    var bearer = identity.getCredential(AccessTokenCredential.class);
    if (!questions.areAsked()
        || bearer == null
        || identity.getCredential(IdTokenCredential.class) != null) {
      return Uni.createFrom().item(identity);
    }
    var token = bearer.getToken();
    if (hasEnded(identity)) {
      return questions.isKnownRevoked(token)
          ? Uni.createFrom().failure(notActive())
          : Uni.createFrom().item(identity);
    }
    return questions
        .holds(token)
        .onFailure()
        .transform(RevokedTokens::cannotBeAsked)
        .map(holds -> held(identity, holds));
  }

  private static SecurityIdentity held(SecurityIdentity identity, boolean holds) {
    if (!holds) {
      throw notActive();
    }
    return identity;
  }

  private boolean hasEnded(SecurityIdentity identity) {
    return identity.getPrincipal() instanceof JsonWebToken claims
        && claims.getExpirationTime() <= systemClock.instant().getEpochSecond();
  }

  /** The refusal of a token that the provider took back. */
  public static AuthenticationFailedException notActive() {
    return new AuthenticationFailedException("the provider says that the token is not active");
  }

  /** Let in is nobody then, and nobody is told that the token is wrong. */
  public static HttpException cannotBeAsked(Throwable cause) {
    return new HttpException(UNAVAILABLE, cause);
  }
}
