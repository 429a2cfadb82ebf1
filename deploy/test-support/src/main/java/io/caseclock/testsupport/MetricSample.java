package io.caseclock.testsupport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line of what a service tells Prometheus.
 *
 * @param name a timer's without {@code _count}, {@code _sum}, {@code _max} or {@code _bucket}
 * @param type as Prometheus is told, but {@code timer} for what it calls a summary of seconds
 * @param tags without the bound of a bucket
 */
public record MetricSample(String name, String type, Map<String, String> tags) {

  private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\w+) (\\w+)$");
  private static final Pattern SAMPLE = Pattern.compile("(?m)^(\\w+)(?:\\{(.*)})? \\S+$");
  private static final Pattern TAG = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern OF_TIMER =
      Pattern.compile("(\\w+_seconds)_(?:count|sum|max|bucket)");

  /** The bound of a bucket, which is no tag of the meter. */
  private static final String BOUND = "le";

  /** All lines of what a service tells. */
  public static List<MetricSample> of(String told) {
    Map<String, String> types = new HashMap<>();
    TYPE.matcher(told).results().forEach(line -> types.put(line.group(1), line.group(2)));
    return SAMPLE
        .matcher(told)
        .results()
        .map(line -> of(line.group(1), tags(line.group(2)), types))
        .toList();
  }

  private static MetricSample of(String name, Map<String, String> tags, Map<String, String> types) {
    var timer = OF_TIMER.matcher(name);
    return timer.matches()
        ? new MetricSample(timer.group(1), typeOfTimer(timer.group(1), types), tags)
        : new MetricSample(name, types.getOrDefault(name, "unknown"), tags);
  }

  private static String typeOfTimer(String name, Map<String, String> types) {
    return "histogram".equals(types.get(name)) ? "histogram" : "timer";
  }

  private static Map<String, String> tags(@Nullable String text) {
    return TAG.matcher(Objects.requireNonNullElse(text, ""))
        .results()
        .filter(tag -> !tag.group(1).equals(BOUND))
        .collect(Collectors.toMap(tag -> tag.group(1), tag -> tag.group(2)));
  }
}
