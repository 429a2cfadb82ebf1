package io.caseclock.notify.signin.security;

import io.caseclock.notify.signin.SessionValidity;
import io.caseclock.notify.signin.Sessions;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads from the request how long a stream that it opens may stay open. */
@RequestScoped
public class RequestSessionValidity implements SessionValidity.OfRequest {

  private final SecurityIdentity identity;
  private final CurrentVertxRequest request;
  private final Sessions sessions;

  @Inject
  RequestSessionValidity(
      SecurityIdentity identity, CurrentVertxRequest request, Sessions sessions) {
    this.identity = identity;
    this.request = request;
    this.sessions = sessions;
  }

  /** A token without an expiry counts as long as a session may last. */
  @Override
  public SessionValidity get() {
    return new SessionValidity(
        session(request.getCurrent()), tokenEnds().orElseGet(sessions::latestEnd), token());
  }

  private @Nullable String token() {
    var credential = identity.getCredential(AccessTokenCredential.class);
    return credential == null ? null : credential.getToken();
  }

  private Optional<Instant> tokenEnds() {
    return identity.getPrincipal() instanceof JsonWebToken token
            && token.getClaim("exp") instanceof Number seconds
        ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
        : Optional.empty();
  }

  private static @Nullable String session(RoutingContext context) {
    if (context.request().headers().contains("Authorization")) {
      return null;
    }
    var own = context.request().getCookie(Sessions.COOKIE);
    var ofProvider = context.request().getCookie(OidcUtils.SESSION_COOKIE_NAME);
    var cookie = own == null ? ofProvider : own;
    return cookie == null ? null : cookie.getValue();
  }
}
