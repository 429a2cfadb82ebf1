package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart as a chart: that Helm takes it, and which values it refuses. */
class ChartTest {

  /** Of a set, which a site changes. */
  private static final List<String> ADDRESSES =
      List.of(
          "urls.console",
          "urls.monitor",
          "oidc.authServerUrl",
          "intake.image.repository",
          "monitor.image.repository",
          "notification.image.repository",
          "ingress.consoleHost",
          "ingress.intakeHost",
          "ingress.monitorHost");

  private static final List<String> OTHERS_OF_THE_SITE =
      List.of(
          "postgresql.host",
          "kafka.bootstrapServers",
          "trustedProxies",
          "networkPolicy.consoleCallers",
          "intake.postgresql.migration.username",
          "monitor.postgresql.migration.username",
          "notification.postgresql.migration.username");

  private static final String PLACEHOLDER = ".*[.](example|internal)([:/].*)?";

  private static final Pattern KEY = Pattern.compile("( *)[A-Za-z]+: *(.*)");

  @ParameterizedTest
  @EnumSource
  void helm_has_nothing_to_say_against_it(ValueSet set, @TempDir Path copy) throws IOException {
    var result = Chart.lint(set, copy);

    assertThat(result.isFailed()).as(() -> String.join("\n", result.getMessages())).isFalse();
    assertThat(result.getMessages()).noneMatch(line -> line.contains("[WARNING]"));
  }

  @ParameterizedTest
  @CsvSource({
    "replica, 3, replica",
    "intake.replica, 3, /intake",
    "networkPolicy.postgres, x, /networkPolicy",
    "monitor.resources.limits.memroy, 1Gi, /monitor/resources/limits",
    "settings.HOME, /tmp, /settings",
  })
  void an_unknown_value_is_refused_with_its_place(String key, String value, String place) {
    assertThatThrownBy(() -> Chart.template(ValueSet.PROVINCE).set(key, value).call())
        .hasMessageContaining("additional properties")
        .hasMessageContaining(place);
  }

  @ParameterizedTest
  @CsvSource({
    "monitor.replicas, many, /monitor/replicas",
    "postgresql.sslMode, sometimes, /postgresql/sslMode",
    "kafka.replication, 0, /kafka/replication",
    "intake.image.digest, latest, /intake/image/digest",
    "urls.console, console, /urls/console",
  })
  void a_wrong_value_is_refused_with_its_place(String key, String value, String place) {
    assertThatThrownBy(() -> Chart.template(ValueSet.PROVINCE).set(key, value).call())
        .hasMessageContaining(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CASECLOCK_WEBHOOKS_CENTRE_SECRET",
        "CASECLOCK_WEBHOOKS_CENTRE_URL",
        "CASECLOCK_CHANNELS_TEXT_URL",
        "CASECLOCK_CHANNELS_TEXT_SECRET",
        "CASECLOCK_CHANNELS_TEXT_HEADERS_X_API_KEY",
        "CASECLOCK_CHANNELS_TEXT_HEADERS_AUTHORIZATION",
      })
  void a_secret_is_not_taken_as_plain_text(String variable) {
    for (var settings : List.of("settings", "notification.settings")) {
      assertThatThrownBy(
              () -> Chart.template(ValueSet.PROVINCE).set(settings + "." + variable, "hush").call())
          .hasMessageContaining("/" + settings.replace('.', '/') + "/" + variable);
    }
  }

  @Test
  void what_a_channel_says_openly_is_taken_as_plain_text() {
    var rendered =
        Rendered.of(
            Chart.template(ValueSet.PROVINCE)
                .set("notification.settings.CASECLOCK_CHANNELS_TEXT_KIND", "sms")
                .set("notification.settings.CASECLOCK_CHANNELS_TEXT_TEMPLATE", "to")
                .call());

    assertThat(rendered.variable(Service.NOTIFICATION, "CASECLOCK_CHANNELS_TEXT_KIND"))
        .isEqualTo("sms");
  }

  @Test
  void a_setting_that_other_values_make_is_not_made_twice() {
    var set = "settings.KAFKA_BOOTSTRAP_SERVERS";

    assertThatThrownBy(() -> Chart.template(ValueSet.PROVINCE).set(set, "kafka:9092").call())
        .hasMessageContaining("KAFKA_BOOTSTRAP_SERVERS is set by other values, or twice");
  }

  @Test
  void a_setting_of_one_service_goes_before_that_of_all() {
    var rendered =
        Rendered.of(
            Chart.template(ValueSet.ONE_MACHINE)
                .set("settings.CASECLOCK_OUTBOX_PAUSE", "2s")
                .set("monitor.settings.CASECLOCK_OUTBOX_PAUSE", "3s")
                .call());

    assertThat(rendered.variable(Service.INTAKE, "CASECLOCK_OUTBOX_PAUSE")).isEqualTo("2s");
    assertThat(rendered.variable(Service.MONITOR, "CASECLOCK_OUTBOX_PAUSE")).isEqualTo("3s");
  }

  @Test
  void replicas_are_set_by_one_scaler_only() {
    var both = Chart.template(ValueSet.PROVINCE).set("monitor.autoscaling.enabled", true);

    assertThatThrownBy(both::call).hasMessageContaining("autoscaling and lagScaling are both");
  }

  @Test
  void every_value_is_read_by_a_template() {
    var templates = RepositoryText.ofTemplates();
    var keys = new TreeSet<String>();
    collect(ValueSet.PROVINCE.read().tree(), keys);
    assertThat(keys).allSatisfy(key -> assertThat(templates).containsPattern("\\b" + key));
  }

  @Test
  void every_value_is_explained_where_it_stands() throws IOException {
    var lines = Files.readAllLines(Chart.FOLDER.resolve("values.yaml"), StandardCharsets.UTF_8);

    List<String> unexplained = new ArrayList<>();
    var explained = new TreeMap<Integer, Boolean>(); // by indentation, of the keys around a line
    for (var i = 1; i < lines.size(); i++) {
      var key = KEY.matcher(lines.get(i));
      if (key.matches()) {
        explained.tailMap(key.group(1).length(), true).clear();
        explained.put(key.group(1).length(), lines.get(i - 1).strip().startsWith("#"));
        if (!key.group(2).isEmpty() && !explained.containsValue(true)) {
          unexplained.add(lines.get(i));
        }
      }
    }
    assertThat(unexplained).isEmpty();
  }

  /** What a site must set is not taken from the chart's own values without a word. */
  @ParameterizedTest
  @EnumSource
  void a_set_says_itself_whatever_is_the_sites_own(ValueSet set) throws IOException {
    var own = set.own();
    var document = Files.readString(Chart.REPOSITORY.resolve("docs/kubernetes.md"));
    var notes = Files.readString(Chart.FOLDER.resolve("templates/NOTES.txt"));
    var opened = set.read().at("ingress.enabled").equals(true);

    assertThat(ADDRESSES.stream().filter(path -> opened || !path.startsWith("ingress.")))
        .allSatisfy(path -> assertThat((String) own.at(path)).as(path).matches(PLACEHOLDER))
        .allSatisfy(path -> assertThat(notes).contains("\"" + path + "\" .Values." + path));
    assertThat(OTHERS_OF_THE_SITE)
        .allSatisfy(path -> assertThat(own.at(path)).as(path).isNotEqualTo(""));
    assertThat(document)
        .contains(
            "`*.image.repository`",
            "`urls`",
            "`oidc.authServerUrl`",
            "`postgresql.host`",
            "`kafka.bootstrapServers`",
            "`trustedProxies`",
            "`ingress.consoleHost`",
            "`ingress.intakeHost`",
            "`ingress.monitorHost`",
            "`*.postgresql.migration.username`",
            "`networkPolicy`");
  }

  @ParameterizedTest
  @EnumSource(names = "OFFLINE", mode = EnumSource.Mode.EXCLUDE)
  void a_host_that_is_opened_is_the_one_of_the_address_that_people_are_told(ValueSet set) {
    var values = set.read();

    assertThat(values.at("urls.console")).isEqualTo("https://" + values.at("ingress.consoleHost"));
    assertThat(values.at("urls.monitor")).isEqualTo("https://" + values.at("ingress.monitorHost"));
  }

  @Test
  void it_is_of_the_version_that_is_built() throws IOException {
    var pom = Files.readString(Chart.REPOSITORY.resolve("pom.xml"), StandardCharsets.UTF_8);
    var chart = Files.readString(Chart.FOLDER.resolve("Chart.yaml"), StandardCharsets.UTF_8);
    var version = pom.replaceFirst("(?s).*?<version>(.*?)</version>.*", "$1");

    assertThat(chart).contains("appVersion: " + version + "\n");
  }

  /** Names of values; what a map of the site's own holds is not ours. */
  private static void collect(Map<?, ?> tree, TreeSet<String> keys) {
    tree.forEach(
        (key, value) -> {
          keys.add(key.toString());
          if (value instanceof Map<?, ?> inner && !isTheSites(key.toString())) {
            collect(inner, keys);
          }
        });
  }

  private static boolean isTheSites(String key) {
    return key.equals("settings")
        || key.equals("secretSettings")
        || key.equals("resources")
        || key.equals("remoteKeys")
        || key.equals("labels")
        || key.equals("annotations");
  }
}
