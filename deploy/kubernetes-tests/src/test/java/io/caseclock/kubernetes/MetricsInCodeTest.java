package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.testsupport.MetricRow;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The metrics of our own in {@code docs/metrics.md} against the code that makes them: most of those
 * that come after the first time come only after a whole story.
 */
class MetricsInCodeTest {

  private static final List<String> MODULES =
      List.of(
          "service-support",
          "case-intake-service",
          "deadline-monitor-service",
          "notification-service");

  private static final String OURS = "caseclock_";
  private static final Pattern TEXT = Pattern.compile("\"(caseclock\\.[a-z.-]+)\"");

  /** What is certainly a meter's name and no setting's. */
  private static final Pattern METER =
      Pattern.compile("\\b(?:counter|timer|gauge|builder|count)\\(\\s*\"(caseclock\\.[a-z.-]+)\"");

  private final List<String> files = files();

  @Test
  void each_that_the_document_promises_is_made_with_its_tags() {
    assertThat(ours())
        .hasSizeGreaterThan(40)
        .allSatisfy(
            row ->
                assertThat(files)
                    .as("no file makes %s with the tags %s", row.name(), row.tags().keySet())
                    .anyMatch(file -> makes(file, row)));
  }

  @Test
  void each_that_is_made_stands_in_the_document() {
    var promised = ours().stream().map(MetricsInCodeTest::names).flatMap(Set::stream).toList();

    assertThat(files)
        .flatMap(file -> names(METER, file))
        .hasSizeGreaterThan(20)
        .allSatisfy(name -> assertThat(promised).contains(name));
  }

  private static List<MetricRow> ours() {
    return DocumentedMetrics.all().stream().filter(row -> row.name().startsWith(OURS)).toList();
  }

  private static boolean makes(String file, MetricRow row) {
    return names(TEXT, file).stream().anyMatch(names(row)::contains)
        && row.tags().keySet().stream().allMatch(tag -> file.contains("\"" + tag + "\""));
  }

  /** As the code may call it: Prometheus adds the unit and what a counter ends in. */
  private static Set<String> names(MetricRow row) {
    return switch (row.type()) {
      case "counter" -> Set.of(row.name().replaceFirst("_total$", ""));
      case "timer", "histogram" -> Set.of(row.name().replaceFirst("_seconds$", ""));
      default ->
          Stream.of(row.name(), row.name().replaceFirst("_(seconds|bytes)$", ""))
              .collect(Collectors.toSet());
    };
  }

  private static List<String> names(Pattern pattern, String file) {
    return pattern
        .matcher(file)
        .results()
        .map((MatchResult found) -> found.group(1).replaceAll("[.-]", "_"))
        .toList();
  }

  private static List<String> files() {
    return MODULES.stream()
        .map(module -> Chart.REPOSITORY.resolve(module).resolve("src/main/java"))
        .flatMap(folder -> RepositoryText.javaIn(folder).stream())
        .map(RepositoryText::of)
        .toList();
  }
}
