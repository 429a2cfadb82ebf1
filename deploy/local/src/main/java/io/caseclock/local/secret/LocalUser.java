package io.caseclock.local.secret;

import org.jspecify.annotations.Nullable;

/**
 * A built-in user of the local stack, as it stands in {@code users.json}.
 *
 * @param role the name that stands in a token
 * @param unit the unit whose subtree the user sees
 * @param officer the officer in the directory, where the user is one
 */
public record LocalUser(
    String username,
    String password,
    String role,
    String unit,
    @Nullable String officer,
    String name) {

  /** Leaves the password out. */
  @Override
  public String toString() {
    return username + " (" + role + ")";
  }
}
