package io.caseclock.intake.key.security;

import io.caseclock.access.Role;
import io.caseclock.intake.key.KeyRing;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * A key has the rights of a precinct system, and no other role: it posts events, reads the receipts
 * of its unit, and the event types. It opens nothing at the other services, which know no keys.
 */
@ApplicationScoped
public class ApiKeyIdentityProvider implements IdentityProvider<ApiKeyAuthentication> {

  private final KeyRing ring;

  @Inject
  ApiKeyIdentityProvider(KeyRing ring) {
    this.ring = ring;
  }

  @Override
  public Class<ApiKeyAuthentication> getRequestType() {
    return ApiKeyAuthentication.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      ApiKeyAuthentication request, AuthenticationRequestContext context) {
    return context.runBlocking(() -> identity(request));
  }

  private SecurityIdentity identity(ApiKeyAuthentication request) {
    return ring.open(request.id(), request.secret())
        .<SecurityIdentity>map(
            key ->
                QuarkusSecurityIdentity.builder()
                    .setPrincipal(new ApiKeyPrincipal(key))
                    .addRole(Role.PRECINCT_SYSTEM.wire())
                    .build())
        .orElseThrow(() -> new AuthenticationFailedException("no such key"));
  }
}
