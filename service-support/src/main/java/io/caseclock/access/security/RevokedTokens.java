package io.caseclock.access.security;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.TokenIntrospection;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.handler.HttpException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the provider whether a bearer token still holds (RFC 7662), where a site wants that, after
 * everything else about the token was checked here: the framework's own way of asking would leave
 * out for whom a token is made. A token that has ended is not asked about: the provider calls it
 * inactive then, and here it counts until the clocks may differ no more. A session of the console
 * ends with its token.
 */
@Singleton
public class RevokedTokens implements SecurityIdentityAugmentor {

  private static final Logger LOGGER = LoggerFactory.getLogger(RevokedTokens.class);
  private static final String ASKED = "caseclock.tokens.asked";
  private static final int UNAVAILABLE = 503;

  private final Optional<TokenAnswers> answers;
  private final TenantConfigBean tenants;
  private final InstantSource systemClock = InstantSource.system();
  private final Counter active;
  private final Counter revoked;
  private final Counter failed;

  @Inject
  RevokedTokens(Optional<TokenAnswers> answers, TenantConfigBean tenants, MeterRegistry meters) {
    this.answers = answers;
    this.tenants = tenants;
    this.active = meters.counter(ASKED, "outcome", "active");
    this.revoked = meters.counter(ASKED, "outcome", "revoked");
    this.failed = meters.counter(ASKED, "outcome", "failed");
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    var bearer = identity.getCredential(AccessTokenCredential.class);
    if (answers.isEmpty()
        || bearer == null
        || identity.getCredential(IdTokenCredential.class) != null) {
      return Uni.createFrom().item(identity);
    }
    var token = bearer.getToken();
    if (hasEnded(identity)) {
      return answers.get().isKnownRevoked(token)
          ? Uni.createFrom().failure(notActive())
          : Uni.createFrom().item(identity);
    }
    return Uni.createFrom()
        .completionStage(() -> answers.get().ask(token, this::introspect))
        .emitOn(here())
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

  private CompletionStage<Boolean> introspect(String token) {
    return tenants
        .getDefaultTenant()
        .getOidcProviderClient()
        .introspectAccessToken(token)
        .map(TokenIntrospection::isActive)
        .invoke(holds -> (holds ? active : revoked).increment())
        .onFailure()
        .invoke(this::failed)
        .subscribeAsCompletionStage();
  }

  private void failed(Throwable cause) {
    failed.increment();
    LOGGER
        .atWarn()
        .addKeyValue("reason", cause.toString())
        .log("the provider does not say whether a token was revoked");
  }

  /** Whoever waits for another's question goes on where it began. */
  private static Executor here() {
    var context = Vertx.currentContext();
    return context == null ? Runnable::run : step -> context.runOnContext(turn -> step.run());
  }

  private static AuthenticationFailedException notActive() {
    return new AuthenticationFailedException("the provider says that the token is not active");
  }

  /** Let in is nobody then, and nobody is told that the token is wrong. */
  private static HttpException cannotBeAsked(Throwable cause) {
    return new HttpException(UNAVAILABLE, cause);
  }
}
