package io.caseclock.pack;

import io.caseclock.pack.Lead.Elapsed;
import io.caseclock.pack.Lead.WorkingDays;
import io.caseclock.pack.Lead.WorkingHours;
import io.caseclock.time.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One step of a route.
 *
 * @param after how long after the beginning, if nobody has acted: elapsed time, or time in which
 *     the office works by the calendar of the pack
 * @param roles who is told, of {@link #ROLES}
 * @param push kinds of channels in order of preference, as {@link #CHANNEL} allows; which kinds
 *     there are is for those who send; the inbox gets it in any case
 */
public record Step(Lead after, List<String> roles, List<String> push) {

  /** The role words of a directory that a policy may name. */
  public static final Set<String> ROLES =
      Set.of(
          "officer",
          "unit-head",
          "legal-officer",
          "supervisor",
          "supervising-brigade",
          "bureau-leader",
          "callback-officer");

  /** What the word of a kind of channel looks like. */
  public static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9-]{0,30}");

  /** Refuses a time before the beginning, nobody to tell, and unknown or repeated words. */
  public Step {
    roles = List.copyOf(roles);
    push = List.copyOf(push);
    Route.checked(after);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("a step tells somebody: expected 'tell: [officer]'");
    }
    requireAmong(ROLES, roles);
    push.forEach(Step::requireChannel);
    requireOnce(roles, "role");
    requireOnce(push, "channel");
  }

  /** A step in elapsed time. */
  public Step(Duration after, List<String> roles, List<String> push) {
    this(Lead.of(after), roles, push);
  }

  /** Whether it comes at once. */
  public boolean isAtOnce() {
    return after.roughly().isZero();
  }

  /** Whether it comes later than another; between units roughly, without a calendar. */
  public boolean isAfter(Step other) {
    return after.roughly().compareTo(other.after.roughly()) > 0;
  }

  /**
   * When this step comes after another was told, so that a ladder that was held up goes on step by
   * step and never in a burst.
   *
   * @param before the step that was told
   * @param opened when the ladder began
   * @param told when the step before was told
   * @param time when the office works; a step that counts it comes while it works
   */
  public Instant next(Step before, Instant opened, Instant told, WorkingTime time) {
    return between(before.after, after)
        .map(gap -> gap.after(told, time))
        .orElseGet(() -> asFarApart(before, opened, told, time));
  }

  /** What lies between two lengths of the same unit; empty where they count differently. */
  private static Optional<Lead> between(Lead one, Lead other) {
    if (one.roughly().isZero()) {
      return Optional.of(other);
    }
    return switch (other) {
      case Elapsed later when one instanceof Elapsed earlier ->
          Optional.of(new Elapsed(later.length().minus(earlier.length())));
      case WorkingDays later when one instanceof WorkingDays earlier ->
          Optional.of(new WorkingDays(later.days() - earlier.days()));
      case WorkingHours later when one instanceof WorkingHours earlier ->
          Optional.of(new WorkingHours(later.hours() - earlier.hours()));
      case Elapsed later -> Optional.empty();
      case WorkingDays later -> Optional.empty();
      case WorkingHours later -> Optional.empty();
    };
  }

  /** As far from when the step before was told as the two would have lain apart. */
  private Instant asFarApart(Step before, Instant opened, Instant told, WorkingTime time) {
    var gap = Duration.between(before.after.after(opened, time), after.after(opened, time));
    var next = gap.isNegative() ? told : told.plus(gap);
    return after.isInWorkingTime() ? time.firstFrom(next) : next;
  }

  private static void requireAmong(Set<String> known, List<String> said) {
    for (var word : said) {
      if (!known.contains(word)) {
        throw new IllegalArgumentException(
            "the role '" + word + "' is none of " + new TreeSet<>(known));
      }
    }
  }

  private static void requireChannel(String word) {
    if (!CHANNEL.matcher(word).matches()) {
      throw new IllegalArgumentException("the channel '" + word + "' is no word of a channel");
    }
  }

  private static void requireOnce(List<String> said, String what) {
    var seen = new HashSet<String>();
    for (var word : said) {
      if (!seen.add(word)) {
        throw new IllegalArgumentException("the " + what + " '" + word + "' stands twice");
      }
    }
  }
}
