package io.caseclock.notify.console.directory;

import io.caseclock.directory.Post;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post.
 *
 * @param roles in a stable order
 * @param until null while no next post is known
 */
record PostLine(
    String officer,
    String name,
    String unit,
    List<String> roles,
    Instant since,
    @Nullable Instant until,
    When when,
    boolean hasLeft) {

  /** Whether it holds now. */
  enum When {
    PRESENT,
    LATER,
    FORMER
  }

  static PostLine of(Post post, Instant now) {
    return new PostLine(
        post.officer(),
        post.name(),
        post.unit(),
        post.roles().stream().sorted().toList(),
        post.since(),
        post.until(),
        when(post, now),
        post.hasLeft());
  }

  private static When when(Post post, Instant now) {
    if (post.holdsAt(now)) {
      return When.PRESENT;
    }
    return now.isBefore(post.since()) ? When.LATER : When.FORMER;
  }

  public String path() {
    return DirectoryLinks.officer(officer);
  }

  public String unitPath() {
    return DirectoryLinks.unit(unit);
  }

  public boolean isPresent() {
    return when == When.PRESENT;
  }

  public boolean isLater() {
    return when == When.LATER;
  }
}
