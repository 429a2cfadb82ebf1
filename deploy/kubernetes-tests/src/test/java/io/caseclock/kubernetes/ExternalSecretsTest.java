package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the External Secrets operator is asked to make, against what the objects read. */
class ExternalSecretsTest {

  /**
   * The fields that we use, as the operator documents them.
   *
   * @see <a href="https://external-secrets.io/latest/api/externalsecret/">ExternalSecret</a>
   */
  private static final Set<String> DOCUMENTED =
      Set.of(
          "refreshInterval",
          "secretStoreRef.kind",
          "secretStoreRef.name",
          "target.name",
          "target.creationPolicy",
          "target.template.type",
          "data.secretKey",
          "data.remoteRef.key",
          "data.remoteRef.property",
          "data.remoteRef.decodingStrategy");

  @ParameterizedTest
  @EnumSource
  void exactly_the_secrets_that_are_read_are_made(ValueSet set) {
    var rendered = withStore(set);

    assertThat(made(rendered)).isNotEmpty().isEqualTo(read(rendered));
  }

  @ParameterizedTest
  @EnumSource
  void the_operator_knows_every_field(ValueSet set) {
    for (var secret : withStore(set).custom("ExternalSecret")) {
      var fields = new TreeSet<String>();
      collect("", secret.get("spec"), fields);
      assertThat(DOCUMENTED).containsAll(fields);
      assertThat(secret.getApiVersion()).isEqualTo("external-secrets.io/v1");
      assertThat(secret.<String>get("spec", "target", "name"))
          .isEqualTo(secret.getMetadata().getName());
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_a_job_reads_is_there_before_it_and_stays(ValueSet set) {
    var rendered = withStore(set);
    var early = namesOf(rendered.all(Job.class).stream().map(ExternalSecretsTest::pod));

    for (var secret : rendered.custom("ExternalSecret")) {
      var annotations = secret.getMetadata().getAnnotations();
      var isEarly = early.contains(secret.getMetadata().getName());
      assertThat(annotations)
          .isEqualTo(
              isEarly
                  ? Map.of(
                      Chart.HOOK,
                      "pre-install,pre-upgrade",
                      "helm.sh/hook-weight",
                      "-2",
                      "helm.sh/hook-delete-policy",
                      "before-hook-creation")
                  : Map.of());
      assertThat(secret.<String>get("spec", "target", "creationPolicy"))
          .isEqualTo(isEarly ? "Orphan" : "Owner");
    }
  }

  @Test
  void the_token_of_the_gate_of_rule_packs_is_there_before_it() {
    var rendered =
        Rendered.of(
            Chart.template(ValueSet.PROVINCE)
                .set("packs.gate.enabled", true)
                .set("externalSecrets.remoteKeys.caseclock-pack-gate", "caseclock/pack-gate")
                .call());

    assertThat(made(rendered)).isEqualTo(read(rendered)).contains("caseclock-pack-gate/token");
    assertThat(secret(rendered, "caseclock-pack-gate").getMetadata().getAnnotations())
        .containsEntry(Chart.HOOK, "pre-install,pre-upgrade")
        .containsEntry("helm.sh/hook-weight", "-2");
  }

  @Test
  void secrets_of_a_kind_of_their_own_are_of_that_kind() {
    assertThat(type(withStore(ValueSet.PROVINCE), "caseclock-tls")).isEqualTo("kubernetes.io/tls");
    assertThat(type(withStore(ValueSet.OFFLINE), "registry"))
        .isEqualTo("kubernetes.io/dockerconfigjson");
    assertThat(type(withStore(ValueSet.PROVINCE), "caseclock-oidc")).isEmpty();
  }

  @Test
  void what_operators_make_is_not_asked_of_the_store_and_roles_have_their_names() {
    var passwords =
        Set.of(
            "caseclock-postgresql-intake",
            "caseclock-postgresql-monitor",
            "caseclock-postgresql-notification",
            "caseclock-postgresql-intake-migration",
            "caseclock-postgresql-monitor-migration",
            "caseclock-postgresql-notification-migration");
    var names = Stream.concat(passwords.stream(), Stream.of("caseclock-oidc", "caseclock-tls"));
    var rendered =
        Rendered.of(
            withPlaces(Operators.template(ValueSet.ONE_MACHINE), names.toList())
                .set("externalSecrets.enabled", true)
                .call());

    assertThat(made(rendered))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    passwords.stream()
                        .flatMap(name -> Stream.of(name + "/password", name + "/username")),
                    Stream.of(
                        "caseclock-oidc/client-secret",
                        "caseclock-tls/tls.crt",
                        "caseclock-tls/tls.key"))
                .toList());
    assertThat(passwords)
        .allSatisfy(name -> assertThat(type(rendered, name)).isEqualTo("kubernetes.io/basic-auth"));
  }

  @Test
  void a_truststore_is_no_text() {
    var store = secret(withStore(ValueSet.OFFLINE), "caseclock-trust-store");

    assertThat(data(store))
        .extracting(entry -> entry.get("remoteRef"))
        .containsExactly(
            Map.of(
                "key", "store/caseclock-trust-store",
                "property", "trust-store.jks",
                "decodingStrategy", "Base64"));
  }

  @Test
  void a_secret_without_a_place_and_a_place_without_a_secret_are_refused() {
    assertThatThrownBy(
            () -> Chart.template(ValueSet.ONE_MACHINE).set("externalSecrets.enabled", true).call())
        .hasMessageContaining("the Secret caseclock-oidc has no key");
    assertThatThrownBy(
            () -> withPlaces(Chart.template(ValueSet.PROVINCE), Set.of("caseclock-oicd")).call())
        .hasMessageContaining("no Secret caseclock-oicd is read");
  }

  /** With a place for whatever is read, where the set has none. */
  private static Rendered withStore(ValueSet set) {
    var names =
        read(Chart.rendered(set)).stream()
            .map(read -> read.replaceFirst("/.*", ""))
            .collect(Collectors.toSet());
    return Rendered.of(
        withPlaces(Chart.template(set), names).set("externalSecrets.enabled", true).call());
  }

  private static TemplateCommand withPlaces(TemplateCommand template, Collection<String> names) {
    names.forEach(name -> template.set("externalSecrets.remoteKeys." + name, "store/" + name));
    return template;
  }

  private static Set<String> made(Rendered rendered) {
    return rendered.custom("ExternalSecret").stream()
        .flatMap(
            secret ->
                data(secret).stream()
                    .map(entry -> secret.getMetadata().getName() + "/" + entry.get("secretKey")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Each as {@code name/key}, out of the objects that read them. */
  private static Set<String> read(Rendered rendered) {
    var ofPods = rendered.pods().stream().flatMap(ExternalSecretsTest::readBy);
    var certificates =
        rendered.all(Ingress.class).stream()
            .flatMap(ingress -> ingress.getSpec().getTls().stream())
            .flatMap(
                tls ->
                    Stream.of(tls.getSecretName() + "/tls.crt", tls.getSecretName() + "/tls.key"));
    var tokens =
        rendered.custom("ServiceMonitor").stream()
            .flatMap(
                monitor ->
                    monitor
                        .<List<Map<String, Map<String, Map<String, String>>>>>get(
                            "spec", "endpoints")
                        .stream())
            .map(endpoint -> endpoint.getOrDefault("authorization", Map.of()))
            .map(authorization -> authorization.getOrDefault("credentials", Map.of()))
            .map(token -> token.get("name") + "/" + token.get("key"));
    return Stream.of(ofPods, certificates, tokens)
        .flatMap(all -> all)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> readBy(PodSpec pod) {
    var variables =
        pod.getContainers().getFirst().getEnv().stream()
            .map(EnvVar::getValueFrom)
            .filter(Objects::nonNull)
            .map(from -> from.getSecretKeyRef().getName() + "/" + from.getSecretKeyRef().getKey());
    var files =
        pod.getVolumes().stream()
            .filter(volume -> volume.getSecret() != null)
            .flatMap(
                volume ->
                    volume.getSecret().getItems().stream()
                        .map(item -> volume.getSecret().getSecretName() + "/" + item.getKey()));
    var pulled =
        pod.getImagePullSecrets().stream()
            .map(LocalObjectReference::getName)
            .map(name -> name + "/.dockerconfigjson");
    return Stream.of(variables, files, pulled).flatMap(all -> all);
  }

  private static Set<String> namesOf(Stream<PodSpec> pods) {
    return pods.flatMap(ExternalSecretsTest::readBy)
        .map(read -> read.replaceFirst("/.*", ""))
        .collect(Collectors.toSet());
  }

  private static PodSpec pod(Job job) {
    return job.getSpec().getTemplate().getSpec();
  }

  private static GenericKubernetesResource secret(Rendered rendered, String name) {
    return rendered.custom("ExternalSecret").stream()
        .filter(secret -> secret.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String type(Rendered rendered, String name) {
    return Objects.requireNonNullElse(
        secret(rendered, name).<String>get("spec", "target", "template", "type"), "");
  }

  private static List<Map<String, Object>> data(GenericKubernetesResource secret) {
    return secret.get("spec", "data");
  }

  /** Names of the leaves, with what is around them; places of a list are left out. */
  private static void collect(String around, Object value, Set<String> into) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach(
              (key, inner) ->
                  collect(around.isEmpty() ? "" + key : around + "." + key, inner, into));
      case List<?> list -> list.forEach(inner -> collect(around, inner, into));
      default -> into.add(around);
    }
  }
}
