package io.caseclock.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row of {@code docs/metrics.md}, which tests of the services hold to what they tell.
 *
 * @param alerts names of those that read it
 */
record DocumentedMetric(String name, String type, Set<String> alerts) {

  private static final Pattern WORD = Pattern.compile("`([^`]+)`");

  /** All of them by what expressions call them: a timer's by three names. */
  static Map<String, DocumentedMetric> bySeries() {
    return all()
        .flatMap(metric -> metric.series().map(name -> Map.entry(name, metric)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  static Stream<DocumentedMetric> all() {
    return document().lines().filter(line -> line.startsWith("| `")).map(DocumentedMetric::ofLine);
  }

  private Stream<String> series() {
    return type.equals("timer")
        ? Stream.of("_count", "_sum", "_max").map(name::concat)
        : Stream.of(name);
  }

  private static DocumentedMetric ofLine(String line) {
    var cells = line.split("\\|", -1);
    var alerts = WORD.matcher(cells[cells.length - 2]).results();
    return new DocumentedMetric(
        cells[1].replace("`", "").strip(),
        cells[2].strip(),
        alerts.map(word -> word.group(1)).collect(Collectors.toSet()));
  }

  private static String document() {
    try {
      return Files.readString(Chart.REPOSITORY.resolve("docs/metrics.md"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
