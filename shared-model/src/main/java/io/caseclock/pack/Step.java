package io.caseclock.pack;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One rung of a ladder.
 *
 * @param after how long after the beginning, if nobody has acted
 * @param roles who is told, of {@link #ROLES}
 * @param push kinds of channels in order of preference, of {@link #CHANNELS}; the inbox gets it in
 *     any case
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

  /** The kinds of channels that a policy may name. */
  public static final Set<String> CHANNELS =
      Set.of("email", "sms", "wecom", "dingtalk", "feishu", "webhook");

  /** Refuses a time before the beginning, nobody to tell, and unknown or repeated words. */
  public Step {
    roles = List.copyOf(roles);
    push = List.copyOf(push);
    Route.checked(after);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("a step tells somebody: expected 'tell: [officer]'");
    }
    requireAmong(ROLES, roles, "role");
    requireAmong(CHANNELS, push, "channel");
  }

  private static void requireAmong(Set<String> known, List<String> said, String what) {
    var seen = new HashSet<String>();
    for (var word : said) {
      if (!known.contains(word)) {
        throw new IllegalArgumentException(
            "the " + what + " '" + word + "' is none of " + new TreeSet<>(known));
      }
      if (!seen.add(word)) {
        throw new IllegalArgumentException("the " + what + " '" + word + "' stands twice");
      }
    }
  }
}
