package io.caseclock.kubernetes;

import io.caseclock.testsupport.MetricRow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Holds the labels of a query to the tags that {@code docs/metrics.md} gives its metrics. */
final class QueryLabels {

  /** Prometheus adds them to whatever it reads. */
  private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");

  /** The bound of a bucket. */
  private static final String BOUND = "le";

  /** What fills a variable of a dashboard: the values that a label of a metric has. */
  private static final Pattern VALUES =
      Pattern.compile("label_values\\(\\s*((\\w+)\\s*(?:\\{[^}]*})?)\\s*,\\s*(\\w+)\\s*\\)");

  private QueryLabels() {}

  /** The same of a query that fills a variable; whatever else such a query can be is a fault. */
  static List<String> faultsOfVariable(String query) {
    var values = VALUES.matcher(query.strip());
    if (!values.matches()) {
      return List.of("not read: " + query);
    }
    return DocumentedMetrics.bySeries().containsKey(values.group(2))
        ? faults("count by (%s) (%s)".formatted(values.group(3), values.group(1)))
        : List.of(values.group(2));
  }

  /** Each label, and each value of one whose values are a closed list, that nobody tells. */
  static List<String> faults(String expression) {
    var known = DocumentedMetrics.bySeries();
    var faults = new TreeSet<String>();
    for (var condition : PromQl.conditions(expression)) {
      faults.addAll(faults(condition, known));
    }
    var told = new HashSet<String>();
    PromQl.metrics(expression).forEach(metric -> told.addAll(labels(metric, known)));
    for (var label : PromQl.grouping(expression)) {
      if (!told.contains(label)) {
        faults.add(label);
      }
    }
    return List.copyOf(faults);
  }

  private static Set<String> faults(PromQl.Condition condition, Map<String, MetricRow> known) {
    if (!labels(condition.metric(), known).contains(condition.label())) {
      return Set.of(condition.metric() + "." + condition.label());
    }
    var row = known.get(condition.metric());
    var closed =
        row == null ? Set.<String>of() : row.tags().getOrDefault(condition.label(), Set.of());
    var faults = new TreeSet<String>();
    for (var value : condition.values()) {
      if (!closed.isEmpty() && !closed.contains(value)) {
        faults.add(condition.metric() + "." + condition.label() + "=" + value);
      }
    }
    return faults;
  }

  private static Set<String> labels(String metric, Map<String, MetricRow> known) {
    var labels = new HashSet<>(OF_PROMETHEUS);
    var row = known.get(metric);
    if (row != null) {
      labels.addAll(row.tags().keySet());
    }
    if (metric.endsWith("_bucket")) {
      labels.add(BOUND);
    }
    return labels;
  }
}
