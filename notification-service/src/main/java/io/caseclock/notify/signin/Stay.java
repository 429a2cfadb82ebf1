package io.caseclock.notify.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For how long a caller may stay on a stream that was opened now.
 *
 * @param session the session that must go on; null for a bearer token, which has none
 * @param until when the token ends; exclusive
 */
public record Stay(@Nullable String session, Instant until) {

  /** Leaves out the session. */
  @Override
  public String toString() {
    return "Stay[until " + until + "]";
  }

  /** Of the request at hand. */
  @FunctionalInterface
  public interface OfRequest {
    Stay get();
  }
}
