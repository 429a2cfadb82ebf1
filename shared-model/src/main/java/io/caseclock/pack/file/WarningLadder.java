package io.caseclock.pack.file;

import io.caseclock.pack.Lead;
import io.caseclock.pack.Term;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Default warnings by the length of a period and the severity of its rule.
 *
 * @param upTo longest period it is for; null for all longer ones
 * @param hours whether it is for periods in hours only, since its own length is told in hours
 * @param severities for which it is; empty for all
 */
record WarningLadder(
    @Nullable Duration upTo, boolean hours, Set<String> severities, List<Lead> before) {

  static WarningLadder read(YamlObject item) {
    item.only("upTo", "beyond", "severities", "before");
    var severities = Set.copyOf(item.texts("severities"));
    if (!RuleReader.SEVERITIES.containsAll(severities)) {
      item.mistake(
          "severities", "the severities are " + RuleReader.SEVERITIES.stream().sorted().toList());
    }
    if (item.has("beyond")) {
      return new WarningLadder(null, false, severities, RuleReader.leads(item, "before"));
    }
    var upTo =
        item.scalar(
            "upTo",
            "a length like '12 hours' or '7 days'",
            WarningLadder::length,
            ChronoUnit.FOREVER.getDuration());
    var said = item.textOr("upTo", "");
    var before = RuleReader.leadsWithin(item, "before", upTo, said);
    return new WarningLadder(upTo, said.endsWith(" hours"), severities, before);
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

  boolean fits(Term period, String severity) {
    return (upTo == null || period.roughly().compareTo(upTo) <= 0)
        && (!hours || period.isInHours())
        && (severities.isEmpty() || severities.contains(severity));
  }
}
