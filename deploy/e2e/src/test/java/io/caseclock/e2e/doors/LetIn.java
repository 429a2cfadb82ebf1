package io.caseclock.e2e.doors;

import io.caseclock.e2e.doors.Caller.Standing;
import io.caseclock.local.secret.LocalRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** For each operation somebody whom its rule lets in. */
final class LetIn {

  /** Whoever may do most goes first. */
  private static final List<LocalRole> PREFERRED =
      List.of(
          LocalRole.ADMINISTRATOR,
          LocalRole.SUPERVISOR,
          LocalRole.LEGAL_OFFICER,
          LocalRole.OFFICER,
          LocalRole.AUDITOR,
          LocalRole.PRECINCT_SYSTEM);

  private final Map<String, Caller> callers = new HashMap<>();
  private final Tokens tokens;

  LetIn(Tokens tokens) {
    this.tokens = tokens;
  }

  Caller by(AccessRule rule) {
    var role =
        PREFERRED.stream()
            .filter(it -> rule.isOpen() || rule.roles().contains(it))
            .findFirst()
            .orElseThrow();
    var standing = rule.scope() == AccessRule.Scope.PERSON ? Standing.OWN : Standing.PARENT;
    return callers.computeIfAbsent(
        role.claim() + standing, key -> Caller.of(tokens, role, standing));
  }
}
