package io.caseclock.monitor.revision.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much a candidate would change.
 *
 * @param open how many open deadlines were compared
 * @param counts how many of each effect, in the order of the alphabet
 * @param unverified how many cases could not be compared; the monitor names at most 1,000 of them
 */
public record Moves(int cases, int open, Map<String, Integer> counts, int unverified) {

  public static final Moves NONE = new Moves(0, 0, Map.of(), 0);

  public Moves {
    counts = Collections.unmodifiableMap(new TreeMap<>(counts));
  }

  /**
   * Reads a report; throws {@link ComparisonException} where it is none, so that it is not zero.
   */
  public static Moves of(JsonNode report) {
    Map<String, Integer> counts = new TreeMap<>();
    if (!report.path("counts").isObject() || !report.path("unverified").isArray()) {
      throw new ComparisonException("The answer is no report of a comparison.");
    }
    report
        .path("counts")
        .properties()
        .forEach(count -> counts.put(count.getKey(), number(count.getValue())));
    return new Moves(
        number(report.path("cases")),
        number(report.path("open")),
        counts,
        report.path("unverified").size());
  }

  private static int number(JsonNode value) {
    if (!value.isInt() || value.intValue() < 0) {
      throw new ComparisonException("The answer is no report of a comparison.");
    }
    return value.intValue();
  }

  public Moves plus(Moves other) {
    Map<String, Integer> both = new TreeMap<>(counts);
    other.counts.forEach((effect, count) -> both.merge(effect, count, Integer::sum));
    return new Moves(cases + other.cases, open + other.open, both, unverified + other.unverified);
  }

  /** Deadlines that would change, and cases of which nobody knows whether theirs would. */
  public long total() {
    return counts.values().stream().mapToLong(Integer::longValue).sum() + unverified;
  }
}
