package io.caseclock.pack;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of what, how, and who is told next when nothing happens. The first route of a policy
 * that matches holds.
 *
 * @param critical neither digest nor budget holds it back
 * @param digest it waits for the start of the working day
 * @param steps by time; the first one at once
 * @param repeat how the last step is said again; null for never
 * @param longestPlan how far ahead a plan date may lie without a supervisor's word
 */
public record Route(
    String id,
    Match match,
    boolean critical,
    boolean digest,
    List<Step> steps,
    @Nullable Repeat repeat,
    Duration longestPlan) {

  /** Holds where a route says nothing. */
  public static final Duration LONGEST_PLAN = Duration.ofDays(7);

  /** How a length of time is written, for messages. */
  public static final String LENGTH = "a length of time like PT4H or P3D, at most P366D";

  private static final Duration LONGEST = Duration.ofDays(366);

  /** Refuses steps that do not begin at once or do not ascend. */
  public Route {
    steps = List.copyOf(steps);
    if (id.isBlank()) {
      throw new IllegalArgumentException("a route needs an id");
    }
    if (critical && digest) {
      throw new IllegalArgumentException("what is critical cannot wait for a digest");
    }
    if (steps.isEmpty() || !steps.getFirst().after().isZero()) {
      throw new IllegalArgumentException("the first step is at once: expected 'after: PT0S'");
    }
    for (var next = 1; next < steps.size(); next++) {
      if (steps.get(next).after().compareTo(steps.get(next - 1).after()) <= 0) {
        throw new IllegalArgumentException(
            "each step comes later than the one before: " + steps.get(next).after());
      }
    }
    if (checked(longestPlan).isZero()) {
      throw new IllegalArgumentException("the longest plan is not zero");
    }
  }

  /** Reads {@link #LENGTH}; refuses other text with an {@link IllegalArgumentException}. */
  public static Duration length(String text) {
    try {
      return checked(Duration.parse(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("expected " + LENGTH + ", not " + text, e);
    }
  }

  /** The same length; refuses one before the beginning or beyond a year. */
  static Duration checked(Duration length) {
    if (length.isNegative() || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("expected " + LENGTH + ", not " + length);
    }
    return length;
  }
}
