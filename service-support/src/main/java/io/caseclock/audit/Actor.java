package io.caseclock.audit;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asked.
 *
 * @param account null where somebody tried to sign in under a name that no account has
 * @param officer id in the directory; null for machines
 * @param roles in their wire form, in order
 * @param unit whose subtree the account sees; null where it is bound to none
 */
public record Actor(
    @Nullable String account, @Nullable String officer, List<String> roles, @Nullable String unit) {

  /** Somebody of whom nothing is known: what was typed may have been a password. */
  public static final Actor UNKNOWN = new Actor(null, null, List.of(), null);

  public Actor {
    roles = List.copyOf(roles);
  }

  public static Actor of(Caller caller) {
    return new Actor(caller.name(), caller.officer(), words(caller.roles()), caller.unit());
  }

  private static List<String> words(Set<Role> roles) {
    return roles.stream().sorted().map(Role::wire).toList();
  }
}
