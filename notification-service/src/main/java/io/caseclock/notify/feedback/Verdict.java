package io.caseclock.notify.feedback;

import org.jspecify.annotations.Nullable;

/**
 * Whether a warning was right.
 *
 * @param cause why it was wrong; null exactly where it was right
 * @param text in the receiver's own words; may be empty
 */
public record Verdict(boolean right, @Nullable Cause cause, String text) {

  public Verdict {
    if (right == (cause != null)) {
      throw new IllegalArgumentException("a wrong warning has a cause, a right one has none");
    }
  }

  /** Leaves out the text. */
  @Override
  public String toString() {
    return "Verdict[" + (cause == null ? "right" : cause.wire()) + "]";
  }
}
