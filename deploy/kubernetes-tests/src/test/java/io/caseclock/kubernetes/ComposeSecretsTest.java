package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The secrets of the Compose file, as its script makes them. */
class ComposeSecretsTest {

  private static final String SECRET = "made-up-and-as-long-as-it-has-to-be";
  private static final String PLACE = "/run/secrets/";

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    Files.copy(ComposeFile.FOLDER.resolve("make-secrets"), folder.resolve("make-secrets"));
  }

  @ParameterizedTest
  @EnumSource
  void each_service_gets_the_secrets_that_the_chart_gives_it(Service service) throws Exception {
    assertThat(make("made-up.and-as-long-as-it-has-to-be\n")).isZero();

    var known = KnownSettings.of(service);
    var files = mounted(service);
    var names = new TreeSet<String>();
    for (var file : files) {
      var properties = properties(file);
      properties.stringPropertyNames().stream()
          .map(ComposeSecretsTest::variable)
          .forEach(names::add);
    }
    assertThat(names).isEqualTo(secretVariablesOfTheChart(service));
    assertThat(names).allSatisfy(name -> assertThat(known.fault(name, "")).isEmpty());
    assertThat(files)
        .isEqualTo(
            Set.copyOf(
                ComposeFile.list(ComposeFile.shipped().container(service.component()), "secrets")));
  }

  @Test
  void exactly_the_files_that_compose_asks_for_are_made() throws Exception {
    make(SECRET);

    var asked =
        ComposeFile.<Map<String, String>>map(ComposeFile.shipped().tree(), "secrets")
            .values()
            .stream()
            .map(secret -> folder.resolve(secret.getOrDefault("file", "")).normalize())
            .toList();
    try (var made = Files.list(folder.resolve("secrets"))) {
      assertThat(made).containsExactlyInAnyOrderElementsOf(asked);
    }
  }

  @Test
  void passwords_are_long_differ_and_stay_when_it_runs_again() throws Exception {
    make(SECRET);
    var first = passwords();
    make("another");

    assertThat(first).hasSize(7).allSatisfy(text -> assertThat(text).matches("[0-9a-f]{64}"));
    assertThat(passwords()).isEqualTo(first);
    assertThat(properties("oidc.properties"))
        .containsEntry("quarkus.oidc.credentials.secret", SECRET);
  }

  @Test
  void the_folder_is_closed_and_containers_may_read_what_is_in_it() throws Exception {
    make(SECRET);

    var secrets = folder.resolve("secrets");
    assertThat(Files.getPosixFilePermissions(secrets))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(Files.getPosixFilePermissions(secrets.resolve("intake.properties")))
        .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "two words\n", "back\\slash\n", "日本\n", "too-short\n"})
  void a_secret_that_would_be_read_as_another_is_refused(String secret) throws Exception {
    assertThat(make(secret)).isNotZero();

    assertThat(folder.resolve("secrets/oidc.properties")).doesNotExist();
  }

  private int make(String secretOfTheClient) throws IOException, InterruptedException {
    var script =
        new ProcessBuilder("bash", folder.resolve("make-secrets").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var input = script.getOutputStream()) {
      input.write(secretOfTheClient.getBytes(StandardCharsets.UTF_8));
    }
    return script.waitFor();
  }

  private Set<String> passwords() throws IOException {
    var all = new TreeSet<String>();
    all.add(
        Files.readString(folder.resolve("secrets/postgresql-password"), StandardCharsets.UTF_8)
            .strip());
    for (var service : Service.values()) {
      all.add(
          properties(service.component() + ".properties")
              .getProperty("quarkus.datasource.password"));
      all.add(
          properties(service.component() + "-migration.properties")
              .getProperty("quarkus.flyway.password"));
    }
    return all;
  }

  private Properties properties(String file) throws IOException {
    var properties = new Properties();
    try (Reader reader =
        Files.newBufferedReader(folder.resolve("secrets").resolve(file), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }

  /** The files of secrets that a service is told to read. */
  private static Set<String> mounted(Service service) {
    var container = ComposeFile.shipped().container(service.component());
    var locations = ComposeTest.variables(container).getOrDefault("QUARKUS_CONFIG_LOCATIONS", "");
    return Arrays.stream(locations.split(","))
        .map(
            place -> {
              assertThat(place).startsWith(PLACE);
              return place.substring(PLACE.length());
            })
        .collect(Collectors.toSet());
  }

  private static Set<String> secretVariablesOfTheChart(Service service) {
    return Rendered.container(Chart.rendered(ValueSet.ONE_MACHINE).deployment(service))
        .getEnv()
        .stream()
        .filter(variable -> variable.getValueFrom() != null)
        .map(EnvVar::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String variable(String property) {
    return property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }
}
