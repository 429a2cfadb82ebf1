package io.caseclock.pack;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
 * @param issuedBy which unit issues the notices that the route is for, of {@link #ISSUERS}
 */
public record Route(
    String id,
    Match match,
    boolean critical,
    boolean digest,
    List<Step> steps,
    @Nullable Repeat repeat,
    Duration longestPlan,
    String issuedBy) {

  /** Holds where a route says nothing. */
  public static final Duration LONGEST_PLAN = Duration.ofDays(7);

  /**
   * The roles that are organs, and so may issue a notice: the unit itself ({@code unit-head}), the
   * legal unit or brigade that supervises it, the bureau above it. The other roles are persons.
   */
  public static final Set<String> ISSUERS =
      Set.of("unit-head", "supervising-brigade", "bureau-leader");

  /** Holds where a route says nothing: nobody issues a notice to himself. */
  public static final String ISSUER = "supervising-brigade";

  /** How a length of time is written, for messages. */
  public static final String LENGTH =
      "a length of time like PT4H, P3D, 2 working-days or 4 working-hours, at most P366D";

  /** How an elapsed length of time is written, for messages. */
  public static final String ELAPSED = "a length of time like PT4H or P3D, at most P366D";

  /** Why a route has no issuer, for messages. */
  public static final String NO_NOTICE =
      "the route is for no notice: 'issued-by' stands in one whose kinds have 'notice'";

  private static final Duration LONGEST = Duration.ofDays(366);

  /** Refuses steps that do not begin at once or do not ascend, and an issuer of nothing. */
  public Route {
    steps = List.copyOf(steps);
    if (id.isBlank()) {
      throw new IllegalArgumentException("a route needs an id");
    }
    if (critical && digest) {
      throw new IllegalArgumentException("what is critical cannot wait for a digest");
    }
    if (steps.isEmpty() || !steps.getFirst().isAtOnce()) {
      throw new IllegalArgumentException("the first step is at once: expected 'after: PT0S'");
    }
    for (var next = 1; next < steps.size(); next++) {
      if (!steps.get(next).isAfter(steps.get(next - 1))) {
        throw new IllegalArgumentException(
            "each step comes later than the one before: " + steps.get(next).after());
      }
    }
    if (checked(longestPlan).isZero()) {
      throw new IllegalArgumentException("the longest plan is not zero");
    }
    if (!ISSUERS.contains(issuedBy)) {
      throw new IllegalArgumentException(
          "issued-by '" + issuedBy + "' is none of " + new TreeSet<>(ISSUERS));
    }
    if (!issuedBy.equals(ISSUER) && !match.mayBeNotice()) {
      throw new IllegalArgumentException(NO_NOTICE);
    }
  }

  /** A route that leaves the issuing to {@link #ISSUER}. */
  public Route(
      String id,
      Match match,
      boolean critical,
      boolean digest,
      List<Step> steps,
      @Nullable Repeat repeat,
      Duration longestPlan) {
    this(id, match, critical, digest, steps, repeat, longestPlan, ISSUER);
  }

  /** Reads {@link #LENGTH}; refuses other text with an {@link IllegalArgumentException}. */
  public static Lead length(String text) {
    try {
      return checked(Lead.parse(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("expected " + LENGTH + ", not " + text, e);
    }
  }

  /** Reads {@link #ELAPSED}; refuses other text with an {@link IllegalArgumentException}. */
  public static Duration elapsed(String text) {
    try {
      return checked(Duration.parse(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("expected " + ELAPSED + ", not " + text, e);
    }
  }

  /** The same length; refuses one beyond a year. */
  static Lead checked(Lead length) {
    checked(length.roughly());
    return length;
  }

  /** The same length; refuses one before the beginning or beyond a year. */
  private static Duration checked(Duration length) {
    if (length.isNegative() || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("expected " + LENGTH + ", not " + length);
    }
    return length;
  }
}
