package io.caseclock.notify.feedback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one receiver says of one warning.
 *
 * @param person the officer's id
 * @param account the account with which it was said
 * @param right whether the warning was right
 * @param cause why it was wrong; null exactly where it was right
 * @param text in the receiver's own words; may be empty
 */
public record Judgement(
    String messageId,
    String person,
    String account,
    boolean right,
    @Nullable Cause cause,
    String text,
    Instant at) {

  public Judgement {
    if (right == (cause != null)) {
      throw new IllegalArgumentException("a wrong warning has a cause, a right one has none");
    }
  }

  /** Leaves out the text. */
  @Override
  public String toString() {
    return "Judgement[" + messageId + " " + person + " " + (cause == null ? "right" : cause) + "]";
  }
}
