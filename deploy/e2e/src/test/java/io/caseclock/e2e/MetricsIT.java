package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.Topics;
import io.caseclock.local.ServiceKind;
import io.caseclock.testsupport.MetricRow;
import io.caseclock.testsupport.MetricSample;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What {@code docs/metrics.md} promises after the first time, and of the libraries, is told by
 * services that have worked, with the labels by which alerts and dashboards ask.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedSuite.class)
class MetricsIT {

  private static final String CASE = "A9901000000000941";
  private static final String LIBRARIES = "From Prometheus and the libraries";
  private static final String LAG = "kafka_consumer_fetch_manager_records_lag_max";
  private static final String REQUESTS = "http_server_requests_seconds";

  private static final Map<ServiceKind, List<String>> CHAPTERS =
      Map.of(
          ServiceKind.INTAKE,
          List.of("All services", "Intake"),
          ServiceKind.MONITOR,
          List.of("All services", "Readers of topics", "Monitor"),
          ServiceKind.NOTIFICATION,
          List.of("All services", "Readers of topics", "Notification"));

  /** Each with what it would need, which one overdue case does not bring about. */
  private static final Map<String, String> NEED_MORE =
      Map.of(
          "up", "Prometheus says it itself",
          "caseclock_intake_source_quiet_seconds", "a source that was heard for weeks and is quiet",
          "caseclock_monitor_lists_frozen_total", "the day before a meeting",
          "caseclock_monitor_history_released_total", "a supervisor who releases old cases",
          "caseclock_pipeline_held_total",
              "a silence, a window or a budget, which the suite has none of",
          "caseclock_pipeline_dropped_total", "a message that a graver one makes needless",
          "caseclock_tasks_total", "an incident that is called back",
          "caseclock_feedback_total", "an officer who judges a warning");

  private Suite suite;

  @BeforeAll
  void aCaseBecomesOverdue(Suite shared) {
    suite = shared;
    suite.post(suite.event("metrics-1", "case-filed", "case/" + CASE, Map.of()));
    suite.until(() -> suite.effects("metrics-1"), effects -> effects.status() == 200);
    suite.fastForward(Duration.ofDays(45));
    suite.until(() -> suite.notices(CASE), notices -> notices.size() == 1);
  }

  @ParameterizedTest
  @EnumSource
  void what_comes_after_the_first_time_is_told_with_its_labels(ServiceKind service) {
    assertThat(promised(service)).isNotEmpty();

    suite.until(() -> missing(service), List::isEmpty);
  }

  @Test
  void what_is_left_out_stands_in_the_document() {
    assertThat(MetricRow.of(Suite.repository().resolve("docs/metrics.md")))
        .extracting(MetricRow::name)
        .containsAll(NEED_MORE.keySet());
  }

  /** So that one channel is told from another by the label by which the alert groups. */
  @Test
  void the_lag_of_each_reader_has_the_name_of_its_topic() {
    for (var reader :
        Map.of(
                ServiceKind.MONITOR, Topics.CASE_EVENTS,
                ServiceKind.NOTIFICATION, Topics.DEADLINE_EVENTS)
            .entrySet()) {
      suite.until(
          () -> told(reader.getKey(), LAG),
          lags -> lags.stream().anyMatch(lag -> reader.getValue().equals(lag.tags().get("topic"))));
      assertThat(told(reader.getKey(), LAG))
          .allSatisfy(
              lag ->
                  assertThat(lag.tags().get("client_id")).endsWith("-" + lag.tags().get("topic")));
    }
  }

  /** Those of the alert on events that are not taken, but for their status. */
  @Test
  void a_posted_event_is_told_by_its_path_and_status() {
    assertThat(told(ServiceKind.INTAKE, REQUESTS))
        .anySatisfy(
            request ->
                assertThat(request.tags())
                    .containsAllEntriesOf(
                        Map.of("uri", "/api/v1/events", "method", "POST", "status", "202")));
  }

  private List<MetricRow> promised(ServiceKind service) {
    var document = Suite.repository().resolve("docs/metrics.md");
    var own =
        Objects.requireNonNull(CHAPTERS.get(service)).stream()
            .flatMap(chapter -> MetricRow.ofChapter(document, chapter).stream())
            .filter(row -> !row.isThereFromTheStart());
    var libraries =
        MetricRow.ofChapter(document, LIBRARIES).stream()
            .filter(row -> service != ServiceKind.INTAKE || !row.name().equals(LAG));
    return Stream.concat(own, libraries).filter(row -> !NEED_MORE.containsKey(row.name())).toList();
  }

  /** The rows that no line fulfils, each with the lines that have its name. */
  private List<String> missing(ServiceKind service) {
    var told = MetricSample.of(suite.metrics(suite.stack().service(service)));
    return promised(service).stream()
        .filter(row -> told.stream().noneMatch(sample -> fits(sample, row)))
        .map(row -> row + " but " + named(told, row.name()))
        .toList();
  }

  private static boolean fits(MetricSample sample, MetricRow row) {
    return sample.name().equals(row.name())
        && sample.type().equals(row.type())
        && sample.tags().keySet().containsAll(row.tags().keySet())
        && row.tags().entrySet().stream()
            .allMatch(
                tag -> tag.getValue().isEmpty() || isOneOf(tag.getValue(), sample, tag.getKey()));
  }

  private static boolean isOneOf(Set<String> values, MetricSample sample, String tag) {
    return sample.tags().entrySet().stream()
        .anyMatch(told -> told.getKey().equals(tag) && values.contains(told.getValue()));
  }

  private List<MetricSample> told(ServiceKind service, String name) {
    return named(MetricSample.of(suite.metrics(suite.stack().service(service))), name);
  }

  private static List<MetricSample> named(List<MetricSample> told, String name) {
    return told.stream().filter(sample -> sample.name().equals(name)).toList();
  }
}
