package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.caseclock.testsupport.MetricRow;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The alerts: that what they read is there, and that a person finds what to do. */
class AlertsTest {

  private static final Path FILES = Chart.FOLDER.resolve("files");

  /** How the section of an alert begins; others are not as deep. */
  private static final String SECTION = "### ";

  private static final Path OPERATIONS = Chart.REPOSITORY.resolve("docs/operations.md");

  /** A rule of the file. */
  record Alert(
      String alert, String expr, Map<String, String> labels, Map<String, String> annotations) {}

  @Test
  void each_reads_metrics_that_the_services_tell() throws IOException {
    var known = DocumentedMetrics.bySeries();

    assertThat(alerts())
        .isNotEmpty()
        .allSatisfy(
            alert ->
                assertThat(PromQl.metrics(alert.expr())).isNotEmpty().isSubsetOf(known.keySet()));
  }

  @Test
  void each_asks_by_labels_and_values_that_its_metrics_have() throws IOException {
    assertThat(alerts())
        .allSatisfy(
            alert -> assertThat(QueryLabels.faults(alert.expr())).as(alert.alert()).isEmpty());
  }

  @Test
  void the_document_names_the_alerts_that_read_a_metric() throws IOException {
    var known = DocumentedMetrics.bySeries();
    var alerts = alerts();

    assertThat(DocumentedMetrics.all())
        .allSatisfy(
            metric -> assertThat(metric.alerts()).isEqualTo(readersOf(metric, alerts, known)));
  }

  @Test
  void each_speaks_both_languages_and_says_how_grave_it_is() throws IOException {
    assertThat(alerts())
        .allSatisfy(
            alert -> {
              assertThat(alert.labels().get("severity")).isIn("critical", "warning");
              assertThat(alert.annotations())
                  .containsOnlyKeys(
                      "summary", "summary_zh", "description", "description_zh", "runbook_url");
              assertThat(alert.annotations().get("summary")).doesNotContainPattern("\\p{IsHan}");
              assertThat(alert.annotations().get("description"))
                  .doesNotContainPattern("\\p{IsHan}");
              assertThat(alert.annotations().get("summary_zh")).containsPattern("\\p{IsHan}");
              assertThat(alert.annotations().get("description_zh")).containsPattern("\\p{IsHan}");
            });
  }

  @Test
  void each_leads_to_its_section_and_each_section_is_of_an_alert() throws IOException {
    var names = alerts().stream().map(Alert::alert).toList();
    var sections =
        Files.readString(OPERATIONS, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.startsWith(SECTION))
            .map(line -> line.substring(SECTION.length()))
            .toList();

    assertThat(names).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(sections);
    assertThat(alerts())
        .allSatisfy(
            alert ->
                assertThat(alert.annotations().get("runbook_url"))
                    .isEqualTo("docs/operations.md#" + alert.alert().toLowerCase(Locale.ROOT)));
  }

  @Test
  void the_chart_hands_them_on_as_they_are_where_they_are_wanted() throws IOException {
    var rules = Chart.rendered(ValueSet.PROVINCE).custom("PrometheusRule");

    assertThat(rules).hasSize(1);
    assertThat(rules.getFirst().<Map<String, Object>>get("spec")).isEqualTo(file());
    assertThat(Chart.rendered(ValueSet.ONE_MACHINE).custom("PrometheusRule")).isEmpty();
  }

  @Test
  void they_lead_to_the_document_where_the_site_keeps_it() {
    var rendered =
        Rendered.of(
            Chart.template(ValueSet.PROVINCE)
                .set("prometheusRule.runbookUrl", "https://wiki.example/operations")
                .call());

    var leads =
        rendered
            .text()
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("runbook_url:"))
            .toList();
    assertThat(leads)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            line ->
                assertThat(line).startsWith("runbook_url: https://wiki.example/operations#case"));
  }

  @Test
  void they_fire_when_they_should_and_not_before() throws IOException, InterruptedException {
    var promtool = onThePath("promtool");
    assumeTrue(promtool, "promtool is not on the path: whether alerts fire is not tried");

    var run =
        new ProcessBuilder("promtool", "test", "rules", "alerts-test.yaml")
            .directory(FILES.toFile())
            .redirectErrorStream(true)
            .start();
    var said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(run.waitFor()).as(said).isZero();
  }

  @Test
  void each_is_tried_by_promtool() throws IOException {
    var tried = Files.readString(FILES.resolve("alerts-test.yaml"), StandardCharsets.UTF_8);

    assertThat(alerts())
        .allSatisfy(alert -> assertThat(tried).contains("{alertname=\"" + alert.alert() + "\""));
  }

  private static boolean onThePath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static Set<String> readersOf(
      MetricRow metric, List<Alert> alerts, Map<String, MetricRow> known) {
    return alerts.stream()
        .filter(
            alert ->
                PromQl.metrics(alert.expr()).stream()
                    .anyMatch(name -> metric.equals(known.get(name))))
        .map(Alert::alert)
        .collect(Collectors.toSet());
  }

  private static Map<String, Object> file() throws IOException {
    return Serialization.unmarshal(
        Files.readString(FILES.resolve("alerts.yaml"), StandardCharsets.UTF_8), Map.class);
  }

  private static List<Alert> alerts() throws IOException {
    return AlertsTest.<List<Map<?, ?>>>at(file(), "groups").stream()
        .flatMap(group -> AlertsTest.<List<Map<?, ?>>>at(group, "rules").stream())
        .map(
            rule ->
                new Alert(
                    at(rule, "alert"),
                    at(rule, "expr"),
                    at(rule, "labels"),
                    at(rule, "annotations")))
        .toList();
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T> T at(Map<?, ?> tree, String key) {
    return (T) Objects.requireNonNull(tree.get(key), key);
  }
}
