package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.testsupport.MigrationJobEnvironment;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The Jobs that migrate before the pods start, against the services that run in them. */
class MigrationJobsTest {

  private static final Rendered PROVINCE = Chart.rendered(ValueSet.PROVINCE);
  private static final String DATABASE = "caseclock-postgresql.databases.svc:5432/caseclock";
  private static final String TLS =
      "sslmode=verify-full&sslrootcert=/etc/caseclock/postgresql/ca.crt";

  @ParameterizedTest
  @EnumSource
  void pods_migrate_where_no_job_does_it(ValueSet set) {
    var rendered = Chart.rendered(set);
    var isByJob = set.read().at("migrations.job.enabled").equals(true);

    assertThat(rendered.all(Job.class)).hasSize(isByJob ? Service.values().length : 0);
    for (var service : Service.values()) {
      assertThat(rendered.variable(service, "QUARKUS_FLYWAY_MIGRATE_AT_START"))
          .isEqualTo(isByJob ? "false" : "");
      assertThat(service.properties().getProperty("quarkus.flyway.migrate-at-start"))
          .isEqualTo("true");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_job_is_the_service_that_migrates_and_ends(Service service) {
    var job = container(PROVINCE, service);
    var pod = Rendered.container(PROVINCE.deployment(service));

    assertThat(job.getImage()).isEqualTo(pod.getImage());
    assertThat(job.getCommand()).isEmpty();
    assertThat(job.getArgs()).isEmpty();
    assertThat(job.getEnvFrom()).isEmpty();
    assertThat(job.getResources()).isEqualTo(pod.getResources());
    assertThat(plain(job))
        .containsEntry(
            "QUARKUS_DATASOURCE_JDBC_URL",
            PROVINCE.variable(service, "QUARKUS_DATASOURCE_JDBC_URL"));
  }

  /** {@code MigrationJobsIT} starts packaged services with the same and nothing else. */
  @ParameterizedTest
  @EnumSource
  void a_job_is_told_what_packaged_services_are_started_with(Service service) {
    var told = new MigrationJobEnvironment(DATABASE, TLS, "").of(service.component());

    var job = container(PROVINCE, service);
    assertThat(job.getEnv()).extracting(EnvVar::getName).doesNotHaveDuplicates();
    assertThat(
            job.getEnv().stream()
                .collect(
                    Collectors.toMap(
                        EnvVar::getName, it -> it.getValueFrom() == null ? it.getValue() : "")))
        .isEqualTo(told);
  }

  @ParameterizedTest
  @EnumSource
  void what_a_job_is_told_exists_in_the_service(Service service) {
    assertThat(unknown(PROVINCE, service)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "QUARKUS_INIT_AND_EXIT, QUARKUS_INIT_AND_LEAVE",
    "QUARKUS_OIDC_TENANT_ENABLED, QUARKUS_OIDC_ENABLED",
    "QUARKUS_FLYWAY_MIGRATE_AT_START, QUARKUS_FLYWAY_MIGRATE_ON_START",
  })
  void a_slip_of_the_pen_is_found(String right, String wrong) {
    assertThat(unknown(PROVINCE.with(right, wrong), Service.INTAKE)).containsExactly(wrong);
  }

  @ParameterizedTest
  @EnumSource
  void a_job_has_the_role_that_owns_the_tables_and_no_other_secret(Service service) {
    var name = service.component();

    assertThat(plain(container(PROVINCE, service)))
        .containsEntry("QUARKUS_DATASOURCE_USERNAME", name + "_migration");
    assertThat(PROVINCE.variable(service, "QUARKUS_DATASOURCE_USERNAME")).isEqualTo(name);
    assertThat(secrets(container(PROVINCE, service)))
        .containsExactly("caseclock-postgresql-" + name + "-migration/password");
  }

  @Test
  void without_a_role_of_its_own_a_job_has_that_of_the_service() {
    var rendered =
        Rendered.of(
            Chart.template(ValueSet.ONE_MACHINE)
                .set("migrations.job.enabled", true)
                .set("monitor.postgresql.migration.username", "")
                .set("monitor.postgresql.migration.sameRole", true)
                .call());

    assertThat(plain(container(rendered, Service.MONITOR)))
        .containsEntry("QUARKUS_DATASOURCE_USERNAME", "monitor");
    assertThat(secrets(container(rendered, Service.MONITOR)))
        .containsExactly("caseclock-postgresql-monitor/password");
  }

  @ParameterizedTest
  @EnumSource
  void without_a_job_a_pod_migrates_by_the_role_that_owns_the_tables(Service service) {
    var rendered = Chart.rendered(ValueSet.ONE_MACHINE);
    var pod = Rendered.container(rendered.deployment(service));
    var name = service.component();

    assertThat(plain(pod))
        .containsEntry("QUARKUS_DATASOURCE_USERNAME", name)
        .containsEntry("QUARKUS_FLYWAY_USERNAME", name + "_migration");
    assertThat(secrets(pod))
        .contains(
            "caseclock-postgresql-" + name + "/password",
            "caseclock-postgresql-" + name + "-migration/password");
    assertThat(KnownSettings.of(service).fault("QUARKUS_FLYWAY_USERNAME", "")).isEmpty();
    assertThat(KnownSettings.of(service).fault("QUARKUS_FLYWAY_PASSWORD", "")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void where_a_job_migrates_no_pod_knows_the_role_that_owns_the_tables(Service service) {
    var pod = Rendered.container(PROVINCE.deployment(service));

    assertThat(pod.getEnv())
        .extracting(EnvVar::getName)
        .noneMatch(
            variable -> variable.startsWith("QUARKUS_FLYWAY_") && !variable.endsWith("START"));
    assertThat(secrets(pod)).noneMatch(secret -> secret.contains("migration"));
  }

  @Test
  void it_runs_before_an_install_or_upgrade_and_not_before_a_rollback() {
    assertThat(PROVINCE.all(Job.class))
        .allSatisfy(
            job ->
                assertThat(job.getMetadata().getAnnotations())
                    .containsEntry(Chart.HOOK, "pre-install,pre-upgrade")
                    .containsEntry(
                        "helm.sh/hook-delete-policy", "before-hook-creation,hook-succeeded"));
  }

  @ParameterizedTest
  @EnumSource
  void it_reaches_the_database_and_nothing_else_and_the_way_is_there_before_it(Service service) {
    var job = job(PROVINCE, service);
    var values = ValueSet.PROVINCE.read();
    var policies = policiesFor(job);

    assertThat(policies)
        .allSatisfy(policy -> assertThat(policy.getSpec().getIngress()).isEmpty())
        .allSatisfy(policy -> assertThat(weight(policy)).isLessThan(weight(job)));
    assertThat(ways(policies))
        .isEqualTo(
            Stream.of(
                    ways(values.at("networkPolicy.dns.peers"), "53/UDP", "53/TCP"),
                    ways(values.at("networkPolicy.postgresql"), "5432/TCP"))
                .flatMap(way -> way)
                .collect(Collectors.toSet()));
  }

  @Test
  void nothing_takes_its_pods_for_those_of_the_service() {
    for (var service : Service.values()) {
      var labels = job(PROVINCE, service).getSpec().getTemplate().getMetadata().getLabels();
      var selectors =
          Stream.concat(
                  PROVINCE.all(io.fabric8.kubernetes.api.model.Service.class).stream()
                      .map(object -> object.getSpec().getSelector()),
                  PROVINCE.all(PodDisruptionBudget.class).stream()
                      .map(budget -> budget.getSpec().getSelector().getMatchLabels()))
              .toList();
      assertThat(selectors)
          .isNotEmpty()
          .noneMatch(selector -> labels.entrySet().containsAll(selector.entrySet()));
    }
  }

  private static Job job(Rendered rendered, Service service) {
    return rendered.all(Job.class).stream()
        .filter(
            job ->
                job.getMetadata()
                    .getName()
                    .equals("caseclock-" + service.component() + "-migration"))
        .findFirst()
        .orElseThrow();
  }

  private static Container container(Rendered rendered, Service service) {
    return job(rendered, service).getSpec().getTemplate().getSpec().getContainers().getFirst();
  }

  private static Map<String, String> plain(Container container) {
    return container.getEnv().stream()
        .filter(variable -> variable.getValue() != null)
        .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
  }

  private static List<String> secrets(Container container) {
    return container.getEnv().stream()
        .filter(variable -> variable.getValueFrom() != null)
        .map(variable -> variable.getValueFrom().getSecretKeyRef())
        .map((SecretKeySelector secret) -> secret.getName() + "/" + secret.getKey())
        .toList();
  }

  /** Variables of the job that the service does not read. */
  private static List<String> unknown(Rendered rendered, Service service) {
    var known = KnownSettings.of(service);
    return container(rendered, service).getEnv().stream()
        .filter(
            variable ->
                known
                    .fault(
                        variable.getName(), variable.getValue() == null ? "" : variable.getValue())
                    .isPresent())
        .map(EnvVar::getName)
        .toList();
  }

  /** Those for its pods alone; that which denies everything holds for all pods. */
  private static List<NetworkPolicy> policiesFor(Job job) {
    var labels = job.getSpec().getTemplate().getMetadata().getLabels();
    return PROVINCE.all(NetworkPolicy.class).stream()
        .filter(policy -> !policy.getMetadata().getName().equals("caseclock-deny"))
        .filter(
            policy ->
                labels
                    .entrySet()
                    .containsAll(policy.getSpec().getPodSelector().getMatchLabels().entrySet()))
        .toList();
  }

  private static Set<String> ways(List<NetworkPolicy> policies) {
    return policies.stream()
        .flatMap(policy -> policy.getSpec().getEgress().stream())
        .flatMap(
            rule ->
                rule.getTo().stream()
                    .flatMap(
                        peer ->
                            rule.getPorts().stream()
                                .map(
                                    port ->
                                        Serialization.asJson(peer)
                                            + port.getPort().getIntVal()
                                            + "/"
                                            + port.getProtocol())))
        .collect(Collectors.toSet());
  }

  private static Stream<String> ways(Object peers, String... ports) {
    return ((List<?>) peers)
        .stream()
            .map(
                peer ->
                    Serialization.unmarshal(Serialization.asJson(peer), NetworkPolicyPeer.class))
            .flatMap(peer -> Stream.of(ports).map(port -> Serialization.asJson(peer) + port));
  }

  private static int weight(HasMetadata hook) {
    assertThat(hook.getMetadata().getAnnotations()).containsKey(Chart.HOOK);
    return Integer.parseInt(
        String.valueOf(hook.getMetadata().getAnnotations().get("helm.sh/hook-weight")));
  }
}
