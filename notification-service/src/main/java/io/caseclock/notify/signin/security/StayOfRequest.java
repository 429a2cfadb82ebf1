package io.caseclock.notify.signin.security;

import io.caseclock.notify.signin.SessionKeeper;
import io.caseclock.notify.signin.Stay;
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

/** Reads from the request for how long its caller may stay. */
@RequestScoped
public class StayOfRequest implements Stay.OfRequest {

  private final SecurityIdentity identity;
  private final CurrentVertxRequest request;
  private final SessionKeeper sessions;

  @Inject
  StayOfRequest(SecurityIdentity identity, CurrentVertxRequest request, SessionKeeper sessions) {
    this.identity = identity;
    this.request = request;
    this.sessions = sessions;
  }

  /** A token without an end is given as long as a session has. */
  @Override
  public Stay get() {
    return new Stay(session(request.getCurrent()), tokenEnds().orElseGet(sessions::latestEnd));
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
    var own = context.request().getCookie(SessionKeeper.COOKIE);
    var ofProvider = context.request().getCookie(OidcUtils.SESSION_COOKIE_NAME);
    var cookie = own == null ? ofProvider : own;
    return cookie == null ? null : cookie.getValue();
  }
}
