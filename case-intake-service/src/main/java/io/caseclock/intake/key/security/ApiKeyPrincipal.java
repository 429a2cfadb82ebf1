package io.caseclock.intake.key.security;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.intake.key.ApiKey;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** A key with the claims of a token, so that whoever reads claims need not know of keys. */
final class ApiKeyPrincipal implements JsonWebToken {

  private final String name;
  private final Map<String, Object> claims;

  private ApiKeyPrincipal(ApiKey key) {
    name = key.client();
    claims =
        Map.of(
            "sub",
            key.client(),
            "groups",
            Set.of(Role.PRECINCT_SYSTEM.wire()),
            "unit",
            key.units(),
            CurrentCaller.TYPES,
            key.types());
  }

  /**
   * A key has the rights of a precinct system, and no other role: it posts events, reads the
   * receipts of its unit, and the event types. It opens nothing at the other services, which know
   * no keys.
   */
  static SecurityIdentity identity(ApiKey key) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new ApiKeyPrincipal(key))
        .addRole(Role.PRECINCT_SYSTEM.wire())
        .build();
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public Set<String> getClaimNames() {
    return claims.keySet();
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> @Nullable T getClaim(String claim) {
    return (T) claims.get(claim);
  }
}
