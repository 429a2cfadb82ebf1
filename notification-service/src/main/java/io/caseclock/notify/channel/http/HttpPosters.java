package io.caseclock.notify.channel.http;

import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Makes clients that post, with the time limits of all channels.
 *
 * @param vertx whose loops the connections are on
 * @param connect how long a connection may take
 * @param timeout how long everything together may take
 */
public record HttpPosters(Vertx vertx, Duration connect, Duration timeout) {

  /**
   * A client of its own, which posts to private and loopback addresses only where that is allowed.
   */
  public HttpPoster allowingPrivate(boolean isAllowed) {
    return new HttpPoster(vertx, new Limits(connect, timeout, isAllowed));
  }
}
