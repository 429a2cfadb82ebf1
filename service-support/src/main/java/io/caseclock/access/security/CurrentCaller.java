package io.caseclock.access.security;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller of the request at hand: roles from the groups, and what other claims of it say. */
@RequestScoped
public class CurrentCaller {

  /** The claim of those event types that the caller is held to; no provider states it. */
  public static final String TYPES = "caseclock-types";

  private final SecurityIdentity identity;

  @Inject
  CurrentCaller(SecurityIdentity identity) {
    this.identity = identity;
  }

  public Caller get() {
    return of(identity);
  }

  /** What an identity says of its caller. */
  public static Caller of(SecurityIdentity identity) {
    var principal = identity.getPrincipal();
    var roles =
        identity.getRoles().stream()
            .map(Role::ofWire)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    return new Caller(
        principal.getName(),
        roles,
        claim(principal, "unit"),
        claim(principal, "officer"),
        texts(principal, "sources"),
        Set.copyOf(texts(principal, TYPES)));
  }

  /** A list of texts, or one text alone; whatever else stands there is left out. */
  private static List<String> texts(Principal principal, String name) {
    Object claim = principal instanceof JsonWebToken token ? token.getClaim(name) : null;
    return claim instanceof Collection<?> several
        ? several.stream().map(CurrentCaller::text).flatMap(Optional::stream).toList()
        : text(claim).stream().toList();
  }

  private static Optional<String> text(@Nullable Object value) {
    return switch (value) {
      case String text -> Optional.of(text);
      case JsonString text -> Optional.of(text.getString());
      case null, default -> Optional.empty();
    };
  }

  private static @Nullable String claim(Principal principal, String name) {
    return principal instanceof JsonWebToken token
            && token.getClaim(name) instanceof String text
            && !text.isBlank()
        ? text
        : null;
  }
}
