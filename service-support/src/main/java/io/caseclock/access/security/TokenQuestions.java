package io.caseclock.access.security;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.oidc.TokenIntrospection;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the provider whether a token still holds (RFC 7662), where a site wants that. */
@Singleton
public class TokenQuestions {

  private static final Logger LOGGER = LoggerFactory.getLogger(TokenQuestions.class);
  private static final String ASKED = "caseclock.tokens.asked";

  private final Optional<TokenAnswers> answers;
  private final TenantConfigBean tenants;
  private final Counter active;
  private final Counter revoked;
  private final Counter failed;

  @Inject
  TokenQuestions(Optional<TokenAnswers> answers, TenantConfigBean tenants, MeterRegistry meters) {
    this.answers = answers;
    this.tenants = tenants;
    this.active = meters.counter(ASKED, "outcome", "active");
    this.revoked = meters.counter(ASKED, "outcome", "revoked");
    this.failed = meters.counter(ASKED, "outcome", "failed");
  }

  /** Whether the site wants any token asked about. */
  public boolean areAsked() {
    return answers.isPresent();
  }

  /** Whether the token holds; fails where the provider does not say. Only where any are asked. */
  public Uni<Boolean> holds(String token) {
    return Uni.createFrom()
        .completionStage(() -> answers.orElseThrow().ask(token, this::introspect))
        .emitOn(here());
  }

  /** Whether it was said lately that the token is not active; nobody is asked. */
  public boolean isKnownRevoked(String token) {
    return answers.filter(said -> said.isKnownRevoked(token)).isPresent();
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
}
