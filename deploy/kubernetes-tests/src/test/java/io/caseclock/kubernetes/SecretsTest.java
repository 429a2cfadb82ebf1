package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets are named, never told. */
class SecretsTest {

  private static final Pattern HOLDS_A_SECRET =
      Pattern.compile(
          ".*(PASSWORD|SECRET|JAAS_CONFIG|TOKEN|KEY|USERNAME)"
              + "|CASECLOCK_(CHANNELS|WEBHOOKS)_.+_(URL|HEADERS_.+)");

  /** Names of roles are no secrets, and neither is the name of a file that holds one. */
  private static final List<String> PLAIN =
      List.of(
          "QUARKUS_DATASOURCE_USERNAME",
          "QUARKUS_FLYWAY_USERNAME",
          "QUARKUS_TLS_INTAKE_KEY_STORE_PEM_SERVER_KEY");

  @ParameterizedTest
  @EnumSource
  void no_variable_holds_a_secret_as_plain_text(ValueSet set) {
    assertThat(told(Chart.rendered(set))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"scram-sha-512", "tls"})
  void no_variable_holds_a_secret_where_operators_make_them(String authentication) {
    var rendered = Operators.rendered(ValueSet.PROVINCE, authentication);

    assertThat(told(rendered)).isEmpty();
    assertThat(rendered.all(Secret.class)).isEmpty();
  }

  @Test
  void a_secret_as_plain_text_is_found() {
    var text = Chart.rendered(ValueSet.PROVINCE).text();
    var reference =
        text.replaceFirst(
            "(?s).*?(name: QUARKUS_DATASOURCE_PASSWORD\\n\\s+valueFrom:\\n\\s+secretKeyRef:\\n"
                + "\\s+key: password\\n\\s+name: [-a-z]+\\n).*",
            "$1");

    var altered =
        Chart.rendered(ValueSet.PROVINCE)
            .with(reference, "name: QUARKUS_DATASOURCE_PASSWORD\n              value: \"hush\"\n");

    assertThat(told(altered)).containsOnly("QUARKUS_DATASOURCE_PASSWORD").isNotEmpty();
  }

  /** The address of a robot is its key. */
  @Test
  void an_address_that_holds_a_key_is_found_as_plain_text() {
    var altered =
        Chart.rendered(ValueSet.PROVINCE)
            .with("name: CASECLOCK_CHANNELS_GROUP_KIND", "name: CASECLOCK_CHANNELS_GROUP_URL");

    assertThat(told(altered)).containsExactly("CASECLOCK_CHANNELS_GROUP_URL");
  }

  @Test
  void every_secret_that_must_be_there_stands_in_the_document() throws IOException {
    var document =
        Files.readString(Chart.REPOSITORY.resolve("docs/kubernetes.md"), StandardCharsets.UTF_8);

    var used = new TreeSet<String>();
    for (var set : ValueSet.values()) {
      used.addAll(references(Chart.rendered(set)));
    }
    assertThat(used)
        .contains("| `caseclock-oidc` | `client-secret` |")
        .allSatisfy(row -> assertThat(document).contains(row));
  }

  private static List<String> told(Rendered rendered) {
    return rendered
        .containers()
        .flatMap(container -> container.getEnv().stream())
        .filter(variable -> variable.getValue() != null)
        .map(EnvVar::getName)
        .filter(name -> HOLDS_A_SECRET.matcher(name).matches() && !PLAIN.contains(name))
        .toList();
  }

  /** Each as a row of the document begins. */
  private static List<String> references(Rendered rendered) {
    var variables =
        rendered.pods().stream()
            .flatMap(pod -> pod.getContainers().getFirst().getEnv().stream())
            .map(EnvVar::getValueFrom)
            .filter(Objects::nonNull)
            .map(from -> row(from.getSecretKeyRef().getName(), from.getSecretKeyRef().getKey()));
    var files =
        rendered.pods().stream()
            .flatMap(pod -> pod.getVolumes().stream())
            .filter(volume -> volume.getSecret() != null)
            .flatMap(
                volume ->
                    volume.getSecret().getItems().stream()
                        .map(item -> row(volume.getSecret().getSecretName(), item.getKey())));
    var certificates =
        rendered.all(Ingress.class).stream()
            .flatMap(ingress -> ingress.getSpec().getTls().stream())
            .map(tls -> row(tls.getSecretName(), "tls.crt"));
    var tokens =
        rendered.custom("ServiceMonitor").stream()
            .flatMap(
                monitor -> monitor.<List<Map<String, Object>>>get("spec", "endpoints").stream())
            .map(endpoint -> endpoint.getOrDefault("authorization", Map.of()))
            .map(SecretsTest::credentials);
    return Stream.of(variables, files, certificates, tokens).flatMap(all -> all).toList();
  }

  private static String credentials(Object authorization) {
    var credentials = ((Map<?, ?>) ((Map<?, ?>) authorization).get("credentials"));
    return row(
        String.valueOf(Objects.requireNonNull(credentials).get("name")),
        String.valueOf(credentials.get("key")));
  }

  private static String row(String name, String key) {
    return "| `" + name + "` | `" + key + "` |";
  }
}
