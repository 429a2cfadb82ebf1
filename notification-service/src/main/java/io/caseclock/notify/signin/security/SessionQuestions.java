package io.caseclock.notify.signin.security;

import io.caseclock.access.security.RevokedTokens;
import io.caseclock.access.security.TokenQuestions;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.vertx.http.runtime.security.HttpSecurityRecorder.DefaultAuthFailureHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has the access token behind a session of the console asked about, where a site wants that, so
 * that a session ends with the one at the provider. A token that has ended is not asked about: what
 * it was made for ends by itself then.
 *
 * <p>Whatever fails while a session is looked up ends it, so that a provider that does not answer
 * is noted there, and the request is refused a step later: the session goes on when it answers.
 */
@Singleton
public class SessionQuestions {

  private static final String UNANSWERED = SessionQuestions.class.getName();

  private final TokenQuestions questions;

  @Inject
  SessionQuestions(TokenQuestions questions) {
    this.questions = questions;
  }

  /**
   * Fails where the access token holds no more, so that the session ends.
   *
   * @param accessToken as the provider made it; read only where tokens are asked about
   */
  Uni<Void> requireHeld(RoutingContext routing, Supplier<@Nullable String> accessToken) {
    if (!questions.areAsked()) {
      return Uni.createFrom().voidItem();
    }
    return holds(routing, accessToken.get())
        .invoke(
            holds -> {
              if (!holds) {
                throw RevokedTokens.notActive();
              }
            })
        .replaceWithVoid();
  }

  private Uni<Boolean> holds(RoutingContext routing, @Nullable String token) {
    if (token == null) {
      return Uni.createFrom().item(true);
    }
    if (OidcUtils.isJwtTokenExpired(token)) {
      return Uni.createFrom().item(!questions.isKnownRevoked(token));
    }
    return questions
        .holds(token)
        .onFailure()
        .recoverWithItem(
            cause -> {
              routing.put(UNANSWERED, cause);
              return true;
            });
  }

  /**
   * Ends a request whose session could not be asked about, so that nobody is let in. It is answered
   * like every other failure to find out who asks.
   */
  public static void refuseWhereNobodyAnswered(RoutingContext routing) {
    Throwable cause = routing.get(UNANSWERED);
    if (cause == null) {
      routing.next();
    } else {
      var refusal = RevokedTokens.cannotBeAsked(cause);
      DefaultAuthFailureHandler.markIfOtherAuthenticationFailure(routing, refusal);
      routing.fail(refusal);
    }
  }
}
