package io.caseclock.notify.signin;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who signed in.
 *
 * @param username what was typed
 * @param role wire word of {@link io.caseclock.access.Role}
 * @param unit whose subtree is visible
 * @param moreUnits further ones that they may act in, one at a time; null for none
 * @param officer id in the directory; null where the account is no officer
 * @param name for people to read
 */
public record Account(
    String username,
    String role,
    String unit,
    @Nullable List<String> moreUnits,
    @Nullable String officer,
    String name) {

  public Account {
    moreUnits = moreUnits == null ? null : List.copyOf(moreUnits);
  }

  /** An account with one unit. */
  public Account(String username, String role, String unit, @Nullable String officer, String name) {
    this(username, role, unit, null, officer, name);
  }

  /** What a token of it has as its claim {@code unit}: an id, or a list. */
  public Object unitClaim() {
    return moreUnits == null ? unit : Stream.concat(Stream.of(unit), moreUnits.stream()).toList();
  }

  /** Leaves out the name. */
  @Override
  public String toString() {
    return "Account[" + username + " " + role + "]";
  }
}
