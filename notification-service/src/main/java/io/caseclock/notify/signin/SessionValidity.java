package io.caseclock.notify.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a stream that a caller opens now may stay open.
 *
 * @param session the session that must go on; null for a bearer token, which has none
 * @param until when the token ends; exclusive
 * @param token the provider's token, which must hold; null for a built-in account
 */
public record SessionValidity(@Nullable String session, Instant until, @Nullable String token) {

  /** Leaves out the session and the token. */
  @Override
  public String toString() {
    return "SessionValidity[until " + until + "]";
  }

  /** Reads it from the request that is being served. */
  @FunctionalInterface
  public interface OfRequest {
    SessionValidity get();
  }
}
