package io.caseclock.access.security;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.access.security.RequestedUnit.Choice;
import io.caseclock.attribute.Reading;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
  private final RequestedUnit requested;

  @Inject
  CurrentCaller(SecurityIdentity identity, RequestedUnit requested) {
    this.identity = identity;
    this.requested = requested;
  }

  /**
   * The caller, acting in the unit that the request names, or the first of theirs. Throws the
   * refusal of a claim that cannot be used, and of a unit that is none of theirs.
   */
  public Caller get() {
    return switch (units(identity.getPrincipal())) {
      case Reading.Sound<List<String>>(var units) ->
          switch (requested.among(units)) {
            case Choice.Acts(var unit) -> caller(identity, unit, units);
            case Choice.Unbound unbound -> caller(identity, null, units);
            case Choice.Refused(var problem) -> throw new ProblemException(problem);
          };
      case Reading.Refused<List<String>>(var reason) -> throw unusable(reason);
    };
  }

  /**
   * Whoever calls, for telling of them and not for deciding what they may: where {@link #get} is
   * refused in the first of their units, if any can be read.
   */
  public Caller shown() {
    try {
      return get();
    } catch (ProblemException refused) {
      return of(identity);
    }
  }

  /** What an identity says of its caller, in the first of their units; also only for telling. */
  public static Caller of(SecurityIdentity identity) {
    var units = units(identity.getPrincipal()).asValue().orElse(List.of());
    return caller(identity, units.isEmpty() ? null : units.getFirst(), units);
  }

  private static ProblemException unusable(String reason) {
    return new ProblemException(
        ProblemType.NOT_ALLOWED,
        "The token's claim 'unit' "
            + reason
            + ". It is one id or a list of 1 to "
            + Caller.MOST_UNITS
            + " different ones; ask an administrator to set it right.");
  }

  private static Caller caller(
      SecurityIdentity identity, @Nullable String unit, List<String> units) {
    var principal = identity.getPrincipal();
    var roles =
        identity.getRoles().stream()
            .map(Role::ofWire)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    return new Caller(
        principal.getName(),
        roles,
        unit,
        units,
        officer(principal),
        texts(principal, "sources"),
        Set.copyOf(texts(principal, TYPES)));
  }

  private static Reading<List<String>> units(Principal principal) {
    return UnitClaim.read(claim(principal, UnitClaim.NAME));
  }

  /** A list of texts, or one text alone; whatever else stands there is left out. */
  private static List<String> texts(Principal principal, String name) {
    Object claim = claim(principal, name);
    return claim instanceof Collection<?> several
        ? several.stream().map(ClaimText::of).flatMap(Optional::stream).toList()
        : ClaimText.of(claim).stream().toList();
  }

  private static @Nullable String officer(Principal principal) {
    return claim(principal, "officer") instanceof String text && !text.isBlank() ? text : null;
  }

  private static @Nullable Object claim(Principal principal, String name) {
    return principal instanceof JsonWebToken token ? token.getClaim(name) : null;
  }
}
