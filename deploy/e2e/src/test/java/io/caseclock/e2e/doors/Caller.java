package io.caseclock.e2e.doors;

import io.caseclock.e2e.Roster;
import io.caseclock.local.secret.LocalRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who calls.
 *
 * @param role null for whoever has none that counts
 * @param token null for whoever shows none
 * @param unit that the header names to act in; null for none
 */
record Caller(
    String name,
    @Nullable LocalRole role,
    Standing standing,
    @Nullable String token,
    @Nullable String unit) {

  private static final long LONG_AGO = 1_600_000_000;

  /** Where somebody stands, seen from the unit whose things are to be guarded. */
  enum Standing {
    OWN(Roster.STATION, Roster.OFFICER),
    /** Beside them in their own unit, with the same rights: another person, another account. */
    COLLEAGUE(Roster.STATION, GuardedUnit.COLLEAGUE),
    BELOW(GuardedUnit.POST, GuardedUnit.OFFICER_BELOW),
    SIBLING(Roster.OTHER_STATION, GuardedUnit.NEIGHBOUR),
    PARENT(Roster.BUREAU, Roster.SUPERVISOR),
    FOREIGN(GuardedUnit.FOREIGN_ROOT, GuardedUnit.FOREIGNER),
    NOWHERE(null, GuardedUnit.FOREIGNER);

    private final @Nullable String unit;
    private final String officer;

    Standing(@Nullable String unit, String officer) {
      this.unit = unit;
      this.officer = officer;
    }

    boolean isAtRoot() {
      return this == PARENT || this == FOREIGN || this == NOWHERE;
    }

    boolean isOutside() {
      return this != OWN && this != COLLEAGUE && this != PARENT;
    }
  }

  /** Each role in each place; a colleague differs from a caller of the unit in what is theirs. */
  static List<Caller> known(Tokens tokens) {
    List<Caller> callers = new ArrayList<>();
    for (var role : LocalRole.values()) {
      for (var standing : Standing.values()) {
        if (standing != Standing.COLLEAGUE) {
          callers.add(of(tokens, role, standing));
        }
      }
    }
    return callers;
  }

  /** Somebody of each role in one place. */
  static List<Caller> of(Tokens tokens, Standing standing) {
    return Arrays.stream(LocalRole.values()).map(role -> of(tokens, role, standing)).toList();
  }

  static Caller of(Tokens tokens, LocalRole role, Standing standing) {
    var token = tokens.with(role, claims -> stand(claims, role, standing));
    return new Caller(role.claim() + " of " + standing, role, standing, token, null);
  }

  /** Those whom no endpoint lets in that asks for a role. */
  static List<Caller> unknown(Tokens tokens) {
    var usual = LocalRole.SUPERVISOR;
    return List.of(
        stranger("without a role", tokens.with(usual, claim("groups", List.of()))),
        stranger("without groups", tokens.with(usual, claims -> claims.remove("groups"))),
        stranger("of an unknown role", tokens.with(usual, claim("groups", List.of("janitor")))),
        stranger(
            "of a role in capitals", tokens.with(usual, claim("groups", List.of("SUPERVISOR")))),
        stranger("of a unit that stands there twice", tokens.with(usual, units(Standing.OWN))),
        new Caller(
            "somebody who names a unit that is not theirs",
            null,
            Standing.OWN,
            tokens.with(usual, units(Standing.SIBLING)),
            Roster.BUREAU),
        stranger("without a token", null),
        stranger("with an expired token", tokens.with(usual, claim("exp", LONG_AGO))),
        stranger(
            "with a token of another issuer",
            tokens.with(usual, claim("iss", "https://elsewhere.example"))),
        stranger(
            "with a token for another audience",
            tokens.with(usual, claim("aud", List.of("another-service")))),
        stranger("with a token of another key", tokens.ofAnotherKey(usual)),
        stranger("with an unsigned token", tokens.unsigned(usual)),
        stranger("with no token at all after the word", "nonsense"));
  }

  private static Caller stranger(String name, @Nullable String token) {
    return new Caller("somebody " + name, null, Standing.OWN, token, null);
  }

  private static Consumer<Map<String, Object>> claim(String name, Object value) {
    return claims -> claims.put(name, value);
  }

  private static void stand(Map<String, Object> claims, LocalRole role, Standing standing) {
    claims.remove("unit");
    if (standing.unit != null) {
      claims.put("unit", standing.unit);
    }
    if (standing == Standing.COLLEAGUE) {
      claims.put("sub", role.claim() + "-colleague");
      claims.put("upn", role.claim() + "-colleague");
    }
    if (role == LocalRole.PRECINCT_SYSTEM) {
      claims.put("sources", List.of("urn:precinct:" + standing.unit + "*"));
    } else if (Arrays.asList(LocalRole.OFFICER, LocalRole.LEGAL_OFFICER, LocalRole.SUPERVISOR)
        .contains(role)) {
      claims.put("officer", standing.officer);
    }
  }

  /** Of the guarded unit and that one. */
  private static Consumer<Map<String, Object>> units(Standing other) {
    return claim("unit", Arrays.asList(Standing.OWN.unit, other.unit));
  }

  /** The request with this caller's token. */
  Request sends(Request request) {
    var named = unit == null ? request : request.with("Caseclock-Unit", unit);
    return token == null ? named : named.with("Authorization", "Bearer " + token);
  }

  @Override
  public String toString() {
    return name;
  }
}
