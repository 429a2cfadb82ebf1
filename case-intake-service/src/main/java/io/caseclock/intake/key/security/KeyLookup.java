package io.caseclock.intake.key.security;

import io.caseclock.rest.Problems;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;

/** Asks what a caller's credential opens. */
final class KeyLookup {

  /** What a key opens cannot be looked up while the database is away. */
  private static final int UNAVAILABLE = 503;

  private KeyLookup() {}

  static Uni<SecurityIdentity> of(
      AuthenticationRequest request, RoutingContext context, IdentityProviderManager providers) {
    HttpSecurityUtils.setRoutingContextAttribute(request, context);
    return providers
        .authenticate(request)
        .onFailure(Problems::isTransient)
        .transform(away -> new HttpException(UNAVAILABLE, away));
  }
}
