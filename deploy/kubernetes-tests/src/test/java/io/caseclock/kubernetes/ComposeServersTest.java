package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL and Kafka of the Compose file, who reaches whom, and what its keys are. */
class ComposeServersTest {

  private static final ComposeFile FILE = ComposeFile.shipped();

  /** Of a container, as the Compose specification names them. */
  private static final Set<String> KNOWN_KEYS =
      Set.of(
          "cap_drop",
          "depends_on",
          "environment",
          "healthcheck",
          "image",
          "logging",
          "mem_limit",
          "networks",
          "ports",
          "read_only",
          "restart",
          "secrets",
          "security_opt",
          "shm_size",
          "stop_grace_period",
          "stop_signal",
          "tmpfs",
          "user",
          "volumes");

  @Test
  void the_servers_are_of_the_versions_that_all_tests_run_on() throws IOException {
    var pom = Files.readString(Chart.REPOSITORY.resolve("pom.xml"), StandardCharsets.UTF_8);

    assertThat(FILE.container("kafka").get("image"))
        .isEqualTo("docker.io/apache/kafka:" + version(pom, "kafka"));
    assertThat(FILE.container("postgresql").get("image"))
        .isEqualTo(
            "docker.io/library/postgres:"
                + version(pom, "postgres-binaries").replaceFirst("\\.\\d+$", ""));
  }

  @Test
  void every_setting_of_the_broker_is_one_of_kafkas() {
    var settings = ComposeTest.variables(FILE.container("kafka"));

    assertThat(settings).containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    assertThat(settings.keySet())
        .filteredOn(name -> !name.equals("KAFKA_HEAP_OPTS"))
        .allSatisfy(
            name ->
                assertThat(AbstractKafkaConfig.CONFIG_DEF.names())
                    .contains(
                        name.replaceFirst("KAFKA_", "")
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '.')));
  }

  @Test
  void the_three_services_are_published_on_this_machine_and_nothing_else_is() {
    var published =
        FILE.containers().values().stream()
            .flatMap(container -> ComposeFile.list(container, "ports").stream());

    assertThat(published)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Service.NOTIFICATION, Service.INTAKE, Service.MONITOR)
                .map(service -> "127.0.0.1:" + service.port() + ":" + service.port())
                .toList());
  }

  /** The address of the machine opens two doors, and not that of the monitor. */
  @Test
  void the_monitor_is_never_published_beyond_this_machine() throws IOException {
    assertThat(Files.readString(ComposeFile.FOLDER.resolve("compose.yaml"), StandardCharsets.UTF_8))
        .contains("- 127.0.0.1:8082:8082\n")
        .doesNotContain("}:8082:");
  }

  @Test
  void servers_have_no_way_out_and_services_reach_them() {
    assertThat(ComposeFile.<Map<String, Object>>map(FILE.tree(), "networks").get("inside"))
        .containsEntry("internal", true);
    for (var server : List.of("postgresql", "kafka")) {
      assertThat(ComposeFile.list(FILE.container(server), "networks")).containsExactly("inside");
    }
    for (var service : Service.values()) {
      assertThat(ComposeFile.list(FILE.container(service.component()), "networks"))
          .containsExactly("inside", "outside");
    }
  }

  @Test
  void forwarded_headers_are_taken_from_the_gateway_of_the_network_alone() {
    var networks = ComposeFile.map(FILE.tree(), "networks").toString();

    for (var service : Service.values()) {
      assertThat(networks)
          .contains(
              "gateway="
                  + ComposeTest.variables(FILE.container(service.component()))
                      .get("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES")
                  + "}");
    }
  }

  @Test
  void every_container_gives_up_what_it_can() {
    assertThat(FILE.containers().values())
        .allSatisfy(
            container ->
                assertThat(container)
                    .containsEntry("cap_drop", List.of("ALL"))
                    .containsEntry("security_opt", List.of("no-new-privileges:true"))
                    .containsKeys("mem_limit", "healthcheck", "restart", "stop_grace_period"));
  }

  @Test
  void every_key_is_one_that_compose_knows() {
    assertThat(FILE.tree().keySet())
        .filteredOn(key -> !key.startsWith("x-"))
        .containsExactlyInAnyOrder("name", "services", "secrets", "volumes", "networks");
    assertThat(FILE.containers().values())
        .allSatisfy(container -> assertThat(KNOWN_KEYS).containsAll(container.keySet()));
  }

  @Test
  void every_volume_and_network_that_is_used_is_there_and_no_other() {
    assertThat(used("volumes")).isEqualTo(ComposeFile.map(FILE.tree(), "volumes").keySet());
    assertThat(used("networks")).isEqualTo(ComposeFile.map(FILE.tree(), "networks").keySet());
    assertThat(used("secrets")).isEqualTo(ComposeFile.map(FILE.tree(), "secrets").keySet());
  }

  @Test
  void every_variable_stands_in_the_example_and_no_other_and_none_is_a_secret() {
    assertThat(ComposeFile.example().stringPropertyNames()).isEqualTo(FILE.variables());
    assertThat(FILE.variables()).noneMatch(name -> name.matches(".*(PASSWORD|SECRET|TOKEN|KEY)"));
    assertThat(ComposeFile.example()).containsEntry("BIND", "127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"intake", "monitor", "notification"})
  void roles_are_made_as_the_document_says(String role) throws IOException {
    var script =
        Files.readString(
            ComposeFile.FOLDER.resolve("postgresql/10-roles.sh"), StandardCharsets.UTF_8);
    var document =
        Files.readString(Chart.REPOSITORY.resolve("docs/kubernetes.md"), StandardCharsets.UTF_8);
    var statements =
        document
            .replaceFirst("(?s).*?```sql\\n(.*?)\\n *--.*", "$1")
            .lines()
            .map(String::strip)
            .map(line -> line.replace("intake_migration", "${role}_migration"))
            .map(line -> line.replace("intake", "$role"))
            .map(line -> line.replace("…", isOfOwner(line) ? "$owners_password" : "$password"))
            .map(line -> line.replace("database caseclock", "database $POSTGRES_DB"))
            .toList();

    assertThat(statements).hasSize(8).allSatisfy(line -> assertThat(script).contains(line));
    assertThat(script).containsPattern("for role in [a-z ]*\\b" + role + "\\b");
    assertThat(ComposeTest.variables(FILE.container(role)))
        .containsEntry("QUARKUS_DATASOURCE_USERNAME", role)
        .containsEntry("QUARKUS_FLYWAY_USERNAME", role + "_migration");
    assertThat(ComposeTest.variables(FILE.container("postgresql")))
        .containsEntry("POSTGRES_DB", "caseclock");
  }

  private static boolean isOfOwner(String line) {
    return line.contains("_migration login");
  }

  private static Set<String> used(String kind) {
    return FILE.containers().values().stream()
        .flatMap(container -> ComposeFile.list(container, kind).stream())
        .map(name -> name.replaceFirst(":.*", ""))
        .filter(name -> !name.startsWith("."))
        .collect(Collectors.toSet());
  }

  private static String version(String pom, String name) {
    return pom.replaceFirst("(?s).*<" + name + "\\.version>(.*?)<.*", "$1");
  }
}
