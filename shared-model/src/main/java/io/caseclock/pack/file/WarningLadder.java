package io.caseclock.pack.file;

import io.caseclock.pack.Lead;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Default warnings by the length of a period and the severity of its rule.
 *
 * @param upTo longest period it is for; null for all longer ones
 * @param severities for which it is; empty for all
 */
record WarningLadder(@Nullable Duration upTo, Set<String> severities, List<Lead> before) {

  static WarningLadder read(YamlObject item) {
    item.only("upTo", "beyond", "severities", "before");
    var before = RuleReader.leads(item, "before");
    var severities = Set.copyOf(item.texts("severities"));
    if (!RuleReader.SEVERITIES.containsAll(severities)) {
      item.mistake(
          "severities", "the severities are " + RuleReader.SEVERITIES.stream().sorted().toList());
    }
    return item.has("beyond")
        ? new WarningLadder(null, severities, before)
        : new WarningLadder(
            item.scalar(
                "upTo",
                "a length like '12 hours' or '7 days'",
                WarningLadder::length,
                Duration.ZERO),
            severities,
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

  boolean fits(Duration length, String severity) {
    return (upTo == null || length.compareTo(upTo) <= 0)
        && (severities.isEmpty() || severities.contains(severity));
  }
}
