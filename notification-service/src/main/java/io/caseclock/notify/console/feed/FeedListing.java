package io.caseclock.notify.console.feed;

import io.caseclock.notify.console.frame.Links;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The visitor's links, as the monitor tells them.
 *
 * @param most how many one person may have
 */
record FeedListing(List<Feed> feeds, int most) {

  public boolean isFull() {
    return feeds.size() >= most;
  }

  /**
   * A link, without its secret.
   *
   * @param readAt when it was last read; null for never
   */
  record Feed(String id, String name, String language, Instant madeAt, @Nullable Instant readAt) {

    public String path() {
      return "/feed/" + Links.segment(id);
    }
  }

  /**
   * A new link.
   *
   * @param path of the calendar, which is told this once
   */
  record NewFeed(String id, String name, String path) {}
}
