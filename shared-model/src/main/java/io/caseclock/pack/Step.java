package io.caseclock.pack;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One step of a route.
 *
 * @param after how long after the beginning, if nobody has acted
 * @param roles who is told, of {@link #ROLES}
 * @param push kinds of channels in order of preference, as {@link #CHANNEL} allows; which kinds
 *     there are is for those who send; the inbox gets it in any case
 */
public record Step(Duration after, List<String> roles, List<String> push) {

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
