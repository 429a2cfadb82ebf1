package io.caseclock.access.security;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller of the request at hand: roles from the token's groups, unit and officer claims. */
@RequestScoped
public class CurrentCaller {

  private final SecurityIdentity identity;

  @Inject
  CurrentCaller(SecurityIdentity identity) {
    this.identity = identity;
  }

  public Caller get() {
    var roles =
        identity.getRoles().stream()
            .map(Role::ofWire)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    return new Caller(identity.getPrincipal().getName(), roles, claim("unit"), claim("officer"));
  }

  private @Nullable String claim(String name) {
    return identity.getPrincipal() instanceof JsonWebToken token
            && token.getClaim(name) instanceof String text
            && !text.isBlank()
        ? text
        : null;
  }
}
