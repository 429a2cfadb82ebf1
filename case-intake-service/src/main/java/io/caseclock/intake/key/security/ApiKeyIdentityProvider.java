package io.caseclock.intake.key.security;

import io.caseclock.intake.key.KeyRing;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A secret has the rights of its key. */
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
        .map(ApiKeyPrincipal::identity)
        .orElseThrow(() -> new AuthenticationFailedException("no such key"));
  }
}
