package io.caseclock.notify.feedback;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which warnings are counted, and how they are grouped.
 *
 * @param root the unit whose subtree the caller sees
 * @param unit counts only this unit and all below it
 * @param from first instant at which a counted warning was told
 * @param until first instant that counts no more
 * @param of which kind of them
 */
public record AccuracyQuery(
    String root, Optional<String> unit, By by, Instant from, Instant until, Of of) {

  /** Warnings that a rule asks for, and breaches. */
  public AccuracyQuery(String root, Optional<String> unit, By by, Instant from, Instant until) {
    this(root, unit, by, from, until, Of.WARNINGS);
  }

  /** What is counted; each apart from the other. */
  public enum Of {
    /** The warnings that a rule asks for, and the breaches. */
    WARNINGS,
    /** The warnings of what was likely to be missed, which no rule asks for. */
    PREDICTIONS;

    public static Optional<Of> ofWire(String text) {
      return Arrays.stream(values())
          .filter(of -> of.name().toLowerCase(Locale.ROOT).equals(text))
          .findFirst();
    }
  }

  /**
   * The warnings of one group.
   *
   * @param key the rule, the unit or the source; null where a warning names none
   */
  public record Line(@Nullable String key, Accuracy accuracy) {}

  /** What a group has in common. */
  public enum By {
    /** The rule of the deadline. */
    RULE,
    /** The unit that the warning concerns; exactly that unit, not its subtree. */
    UNIT,
    /** The system whose event started the deadline. */
    SOURCE;

    public static Optional<By> ofWire(String text) {
      return Arrays.stream(values())
          .filter(by -> by.name().toLowerCase(Locale.ROOT).equals(text))
          .findFirst();
    }
  }
}
