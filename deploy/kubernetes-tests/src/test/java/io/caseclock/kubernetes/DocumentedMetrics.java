package io.caseclock.kubernetes;

import io.caseclock.testsupport.MetricRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of {@code docs/metrics.md}, which tests of the services hold to what they tell. */
final class DocumentedMetrics {

  private DocumentedMetrics() {}

  static List<MetricRow> all() {
    return MetricRow.of(Chart.REPOSITORY.resolve("docs/metrics.md"));
  }

  /**
   * All of them by what expressions call them: a timer's by three names, a histogram's by four.
   * What services tell with other values of its tags stands in several chapters, and here once.
   */
  static Map<String, MetricRow> bySeries() {
    return all().stream()
        .flatMap(metric -> series(metric).map(name -> Map.entry(name, metric)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
  }

  private static Stream<String> series(MetricRow metric) {
    return switch (metric.type()) {
      case "timer" -> Stream.of("_count", "_sum", "_max").map(metric.name()::concat);
      case "histogram" -> Stream.of("_count", "_sum", "_max", "_bucket").map(metric.name()::concat);
      default -> Stream.of(metric.name());
    };
  }
}
