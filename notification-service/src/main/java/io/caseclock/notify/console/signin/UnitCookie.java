package io.caseclock.notify.console.signin;

import io.caseclock.access.security.RememberedUnit;
import io.caseclock.access.security.RequestedUnit;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/**
 * Keeps in the browser which of their units a visitor chose to act in, for as long as the browser
 * is open. It gives no right: the unit counts while the visitor's claim names it. A request with a
 * bearer token comes from no visitor, and says by its header what it wants.
 */
@Singleton
public class UnitCookie implements RememberedUnit {

  static final String NAME = "caseclock-unit";

  @Override
  public Optional<String> of(RoutingContext request) {
    var cookie = request.request().getCookie(NAME);
    return cookie == null || request.request().headers().contains("Authorization")
        ? Optional.empty()
        : RequestedUnit.read(cookie.getValue());
  }

  /** Remembers the unit. */
  static NewCookie keeping(String unit, boolean secure) {
    return cookie(RequestedUnit.written(unit), NewCookie.DEFAULT_MAX_AGE, secure);
  }

  /** Forgets it. */
  static NewCookie forgetting(boolean secure) {
    return cookie("", 0, secure);
  }

  private static NewCookie cookie(String value, int seconds, boolean secure) {
    return new NewCookie.Builder(NAME)
        .value(value)
        .path("/")
        .maxAge(seconds)
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
