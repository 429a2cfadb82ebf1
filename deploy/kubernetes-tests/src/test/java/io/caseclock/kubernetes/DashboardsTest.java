package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboards: that what they show is there, in both languages, and reaches Grafana. */
class DashboardsTest {

  private static final Path FOLDER = Chart.FOLDER.resolve("files/dashboards");

  /** Those of Grafana itself begin with two underscores. */
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)");

  private static final Pattern LEGEND = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

  @ParameterizedTest
  @ValueSource(strings = {"ops", "business"})
  void each_panel_reads_metrics_that_the_services_tell(String name) {
    var known = DocumentedMetrics.bySeries();

    assertThat(panels(name))
        .isNotEmpty()
        .flatMap(panel -> list(panel, "targets"))
        .hasSizeGreaterThanOrEqualTo(panels(name).size())
        .allSatisfy(
            target ->
                assertThat(PromQl.metrics(String.valueOf(target.get("expr"))))
                    .isNotEmpty()
                    .isSubsetOf(known.keySet()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ops", "business"})
  void each_query_asks_by_labels_and_values_that_its_metrics_have(String name) {
    assertThat(panels(name))
        .flatMap(panel -> list(panel, "targets"))
        .allSatisfy(
            target ->
                assertThat(QueryLabels.faults(String.valueOf(target.get("expr"))))
                    .as(String.valueOf(target.get("expr")))
                    .isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ops", "business"})
  void each_choice_is_filled_by_labels_that_the_services_tell(String name) {
    assertThat(variables(name))
        .filteredOn(variable -> "query".equals(variable.get("type")))
        .isNotEmpty()
        .allSatisfy(
            variable -> {
              assertThat(QueryLabels.faultsOfVariable(String.valueOf(variable.get("query"))))
                  .isEmpty();
              assertThat(variable.get("datasource"))
                  .isEqualTo(Map.of("type", "prometheus", "uid", "${datasource}"));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "label_values(caseclock_outbox_depht, job) ; caseclock_outbox_depht",
        "label_values(caseclock_outbox_depth, jop) ; jop",
        "label_values(caseclock_consumer_channel{state=\"runing\"}, channel) ;"
            + " caseclock_consumer_channel.state=runing",
        "label_values(job) ; not read: label_values(job)",
        "query_result(caseclock_outbox_depth) ; not read: query_result(caseclock_outbox_depth)",
      })
  void a_choice_that_nothing_would_fill_is_found(String query, String told) {
    assertThat(QueryLabels.faultsOfVariable(query)).containsExactly(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ops", "business"})
  void each_choice_is_used_and_each_that_is_used_is_there(String name) {
    var used =
        VARIABLE
            .matcher(RepositoryText.of(FOLDER.resolve(name + ".json")))
            .results()
            .map(variable -> variable.group(1))
            .filter(variable -> !variable.startsWith("__"))
            .collect(Collectors.toSet());

    assertThat(variables(name))
        .extracting(variable -> variable.get("name"))
        .containsExactlyInAnyOrderElementsOf(used);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ops", "business"})
  void each_legend_names_labels_that_are_left(String name) {
    assertThat(panels(name))
        .flatMap(panel -> list(panel, "targets"))
        .allSatisfy(
            target ->
                assertThat(PromQl.grouping(String.valueOf(target.get("expr"))))
                    .containsAll(
                        LEGEND
                            .matcher(String.valueOf(target.getOrDefault("legendFormat", "")))
                            .results()
                            .map(label -> label.group(1))
                            .toList()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "sum by (outcom) (rate(caseclock_monitor_sweep_seconds_count[5m])) ; outcom",
        "caseclock_consumer_channel{sate!=\"running\"} ;" + " caseclock_consumer_channel.sate",
        "caseclock_consumer_channel{state!=\"runing\"} ;"
            + " caseclock_consumer_channel.state=runing",
        "caseclock_consumer_channel{state=~\"down|awaiting\"} ;"
            + " caseclock_consumer_channel.state=awaiting",
        "caseclock_monitor_lateness_seconds_sum{le=\"1.0\"} ;"
            + " caseclock_monitor_lateness_seconds_sum.le",
      })
  void a_label_or_a_value_that_nobody_tells_is_found(String expression, String told) {
    assertThat(QueryLabels.faults(expression)).containsExactly(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ops", "business"})
  void titles_are_in_both_languages_and_the_source_of_data_is_chosen(String name) {
    assertThat(String.valueOf(dashboard(name).get("title"))).matches("\\p{IsHan}.*[A-Za-z].*");
    assertThat(panels(name))
        .allSatisfy(
            panel -> {
              assertThat(String.valueOf(panel.get("title"))).matches("\\p{IsHan}+ [A-Z].*");
              assertThat(panel.get("datasource"))
                  .isEqualTo(Map.of("type", "prometheus", "uid", "${datasource}"));
            });
  }

  @Test
  void the_chart_hands_them_on_as_they_are_where_they_are_wanted() {
    var maps = Chart.rendered(ValueSet.PROVINCE).all(ConfigMap.class);

    assertThat(maps)
        .extracting(map -> map.getMetadata().getName())
        .containsExactlyInAnyOrder("caseclock-dashboard-ops", "caseclock-dashboard-business");
    for (var map : maps) {
      assertThat(map.getMetadata().getLabels()).containsEntry("grafana_dashboard", "1");
      assertThat(map.getData())
          .hasSize(1)
          .allSatisfy(
              (file, text) ->
                  assertThat(text.strip())
                      .isEqualTo(
                          RepositoryText.of(FOLDER.resolve(file.replace("caseclock-", "")))
                              .strip()));
    }
    assertThat(Chart.rendered(ValueSet.ONE_MACHINE).all(ConfigMap.class)).isEmpty();
  }

  private static List<Map<String, Object>> panels(String name) {
    return list(dashboard(name), "panels");
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> variables(String name) {
    return list(
        (Map<String, Object>) Objects.requireNonNull(dashboard(name).get("templating")), "list");
  }

  private static Map<String, Object> dashboard(String name) {
    return Serialization.unmarshal(RepositoryText.of(FOLDER.resolve(name + ".json")), Map.class);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> tree, String key) {
    return (List<Map<String, Object>>) Objects.requireNonNull(tree.get(key), key);
  }
}
