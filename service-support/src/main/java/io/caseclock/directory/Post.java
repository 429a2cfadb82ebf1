package io.caseclock.directory;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an officer is where, between two instants.
 *
 * @param since inclusive; may lie in the future
 * @param until when the next post begins; null while none is known
 */
public record Post(
    String officer,
    String name,
    String unit,
    Set<String> roles,
    Instant since,
    @Nullable Instant until) {

  public Post {
    roles = Set.copyOf(roles);
  }

  /** Without a role the officer has left. */
  public boolean hasLeft() {
    return roles.isEmpty();
  }

  public boolean holdsAt(Instant at) {
    return !at.isBefore(since) && (until == null || at.isBefore(until));
  }

  /** Leaves out the name. */
  @Override
  public String toString() {
    return "Post[" + officer + " " + unit + " " + roles + " " + since + "]";
  }
}
