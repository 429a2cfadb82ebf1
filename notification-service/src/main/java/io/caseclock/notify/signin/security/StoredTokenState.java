package io.caseclock.notify.signin.security;

import io.caseclock.notify.signin.Sessions;
import io.caseclock.notify.signin.jdbc.JdbcTokenSessions;
import io.caseclock.wire.Json;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.oidc.runtime.CodeAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tokens of an OpenID Connect provider here and gives the browser an id that means
 * nothing elsewhere. With a cookie that held the tokens themselves, signing out would only ask the
 * browser to forget them.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class StoredTokenState implements TokenStateManager {

  private final JdbcTokenSessions kept;
  private final Sessions sessions;
  private final SessionQuestions questions;

  @Inject
  StoredTokenState(JdbcTokenSessions kept, Sessions sessions, SessionQuestions questions) {
    this.kept = kept;
    this.sessions = sessions;
    this.questions = questions;
  }

  @Override
  public Uni<String> createTokenState(
      RoutingContext routing,
      OidcTenantConfig config,
      AuthorizationCodeTokens tokens,
      OidcRequestContext<String> request) {
    return request.runBlocking(() -> keep(tokens, until(routing)));
  }

  private String keep(AuthorizationCodeTokens tokens, Instant until) {
    var id = sessions.newId();
    kept.keep(id, Json.text(Text.of(tokens)), sessions.now(), until);
    return id;
  }

  /** As long as the cookie, and never longer than a session may last. */
  private Instant until(RoutingContext routing) {
    var latest = sessions.latestEnd();
    Object seconds = routing.get(CodeAuthenticationMechanism.SESSION_MAX_AGE_PARAM);
    if (!(seconds instanceof Long cookie)) {
      return latest;
    }
    var asked = sessions.now().plusSeconds(cookie);
    return asked.isBefore(latest) ? asked : latest;
  }

  /**
   * Where none are kept, or the provider took them back, the request counts as not signed in, the
   * session ends, and the browser drops the id.
   */
  @Override
  public Uni<AuthorizationCodeTokens> getTokens(
      RoutingContext routing,
      OidcTenantConfig config,
      String id,
      OidcRequestContext<AuthorizationCodeTokens> request) {
    return request
        .runBlocking(
            () ->
                kept.find(id, sessions.now())
                    .map(it -> Json.read(it.getBytes(StandardCharsets.UTF_8), Text.class).tokens())
                    .orElseThrow(AuthenticationFailedException::new))
        .call(tokens -> questions.requireHeld(routing, () -> accessToken(routing, config, tokens)));
  }

  /**
   * As the provider made it: the framework encrypts tokens before it hands them over to be kept.
   */
  private static @Nullable String accessToken(
      RoutingContext routing, OidcTenantConfig config, AuthorizationCodeTokens tokens) {
    return config.tokenStateManager().encryptionRequired()
        ? OidcUtils.decryptTokens(routing, config, tokens).getAccessToken()
        : tokens.getAccessToken();
  }

  @Override
  public Uni<Void> deleteTokens(
      RoutingContext routing,
      OidcTenantConfig config,
      String id,
      OidcRequestContext<Void> request) {
    return request.runBlocking(
        () -> {
          kept.end(id);
          return null;
        });
  }

  /** The tokens as they are kept. */
  record Text(
      @Nullable String idToken,
      @Nullable String accessToken,
      @Nullable String refreshToken,
      @Nullable Long expiresIn,
      @Nullable String scope) {

    static Text of(AuthorizationCodeTokens tokens) {
      return new Text(
          tokens.getIdToken(),
          tokens.getAccessToken(),
          tokens.getRefreshToken(),
          tokens.getAccessTokenExpiresIn(),
          tokens.getAccessTokenScope());
    }

    AuthorizationCodeTokens tokens() {
      return new AuthorizationCodeTokens(idToken, accessToken, refreshToken, expiresIn, scope);
    }

    /** Leaves out the tokens. */
    @Override
    public String toString() {
      return "Text[]";
    }
  }
}
