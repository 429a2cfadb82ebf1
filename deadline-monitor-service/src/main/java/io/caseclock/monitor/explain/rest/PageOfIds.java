package io.caseclock.monitor.explain.rest;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cuts a page out of ids that are shown one after the other. */
final class PageOfIds {

  private final @Nullable UUID after;
  private final int limit;
  private final Set<UUID> page = new LinkedHashSet<>();
  private boolean begun;
  private @Nullable UUID last;
  private @Nullable UUID next;

  /**
   * @param after the last id of the page before; null for the first page
   */
  PageOfIds(@Nullable UUID after, int limit) {
    this.after = after;
    this.limit = limit;
    this.begun = after == null;
  }

  void see(UUID id) {
    if (!begun) {
      begun = id.equals(after);
    } else if (page.size() < limit) {
      page.add(id);
      last = id;
    } else {
      next = last;
    }
  }

  /** Whether the id came by after which the page begins. */
  boolean isFound() {
    return begun;
  }

  Set<UUID> page() {
    return page;
  }

  /** The last id of the page; null where no more come after it. */
  @Nullable String next() {
    return next == null ? null : next.toString();
  }
}
