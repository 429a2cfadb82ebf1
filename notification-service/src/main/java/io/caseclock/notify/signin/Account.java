package io.caseclock.notify.signin;

import org.jspecify.annotations.Nullable;

/**
 * Who signed in.
 *
 * @param username what was typed
 * @param role wire word of {@link io.caseclock.access.Role}
 * @param unit whose subtree is visible
 * @param officer id in the directory; null where the account is no officer
 * @param name for people to read
 */
public record Account(
    String username, String role, String unit, @Nullable String officer, String name) {

  /** Leaves out the name. */
  @Override
  public String toString() {
    return "Account[" + username + " " + role + "]";
  }
}
