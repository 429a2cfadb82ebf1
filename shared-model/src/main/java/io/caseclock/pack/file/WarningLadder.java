package io.caseclock.pack.file;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Default warnings by the length of a period.
 *
 * @param upTo longest period it is for; null for all longer ones
 */
record WarningLadder(@Nullable Duration upTo, List<Duration> before) {

  static WarningLadder read(YamlObject item) {
    item.only("upTo", "beyond", "before");
    var before = RuleReader.durations(item, "before");
    return item.has("beyond")
        ? new WarningLadder(null, before)
        : new WarningLadder(
            item.scalar(
                "upTo",
                "a length like '12 hours' or '7 days'",
                WarningLadder::length,
                Duration.ZERO),
            before);
  }

  private static Duration length(String text) {
    var parts = text.split(" ");
    if (parts.length != 2) {
      throw new IllegalArgumentException(text);
    }
    return switch (parts[1]) {
      case "hours" -> Duration.ofHours(Long.parseLong(parts[0]));
      case "days" -> Duration.ofDays(Long.parseLong(parts[0]));
      default -> throw new IllegalArgumentException(text);
    };
  }

  boolean fits(Duration length) {
    return upTo == null || length.compareTo(upTo) <= 0;
  }
}
