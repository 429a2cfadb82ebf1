package io.caseclock.access;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever made the request.
 *
 * @param name the account's name
 * @param unit the unit whose subtree is visible; null where the token names none, and then nothing
 *     is visible
 * @param officer the officer's id in the directory; null for machines
 */
public record Caller(
    String name, Set<Role> roles, @Nullable String unit, @Nullable String officer) {

  public Caller {
    roles = Set.copyOf(roles);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** The unit at the root of what is visible. */
  public Optional<String> visibleUnit() {
    return Optional.ofNullable(unit);
  }

  /** The officer that the caller is, where it is one. */
  public Optional<String> asOfficer() {
    return Optional.ofNullable(officer);
  }
}
