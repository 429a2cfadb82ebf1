package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Ports, probes and variables, against what the modules of the services say. */
class ServicesAreSetUpRightTest {

  private static final Map<Service, KnownSettings> KNOWN = known();

  @ParameterizedTest
  @MethodSource("io.caseclock.kubernetes.Renderings#all")
  void what_the_chart_sets_exists_in_the_service(Rendered rendered) {
    assertThat(faults(rendered)).isEmpty();
  }

  @Test
  void a_slip_of_the_pen_behind_a_condition_is_found() {
    var altered =
        Renderings.withRevokedTokens()
            .with("CASECLOCK_TOKENS_REVOKED_WITHIN", "CASECLOCK_TOKENS_REVOKED_AFTER");

    assertThat(faults(altered))
        .containsOnly("CASECLOCK_TOKENS_REVOKED_AFTER is read by nobody")
        .hasSize(Service.values().length);
  }

  @ParameterizedTest
  @CsvSource({
    "name: CASECLOCK_CONSOLE_URL, name: CASECLOCK_CONSOL_URL, CASECLOCK_CONSOL_URL is read by"
        + " nobody",
    "name: CASECLOCK_TOPICS_CREATE, name: CASECLOCK_TOPIC_CREATE, CASECLOCK_TOPIC_CREATE is read",
    "name: CASECLOCK_CHANNELS_GROUP_KIND, name: CASECLOCK_CHANNELS_GROUP_SORT, CASECLOCK_CHANNELS_",
    "name: QUARKUS_OIDC_CLIENT_ID, name: QUARKUS_OIDC_CLIENT, QUARKUS_OIDC_CLIENT is read by"
        + " nobody",
    "name: KAFKA_SECURITY_PROTOCOL, name: KAFKA_SECURITY_PROTOKOL, KAFKA_SECURITY_PROTOKOL is read",
    "name: OTEL_TRACES_SAMPLER_ARG, name: OTEL_TRACES_SAMPLER_ARGS, OTEL_TRACES_SAMPLER_ARGS is"
        + " read by nobody",
    "MaxRAMPercentage, MaxRAMPercent, no option of the JVM: -XX:MaxRAMPercent",
    "/q/health/ready, /q/health/reday, readinessProbe asks /q/health/reday",
    "path: /q/health/started, path: /q/health/live, startupProbe asks /q/health/live",
    "containerPort: 8081, containerPort: 8083, 'intake listens at [8081, 8443]'",
    "containerPort: 8443, containerPort: 8444, 'intake listens at [8081, 8443]'",
    "targetPort: https, targetPort: webs, leads to no port",
    "QUARKUS_TLS_INTAKE_KEY_STORE_PEM_SERVER_CERT, QUARKUS_TLS_INTAKE_KEY_STORE_0_CERT, is read by"
        + " nobody",
    "KEY_STORE_PEM_SERVER_KEY, KEY_STORE_PEM_0_KEY, is read by nobody",
    "targetPort: http, targetPort: web, leads to no port",
  })
  void a_slip_of_the_pen_is_found(String right, String wrong, String told) {
    assertThat(faults(Chart.rendered(ValueSet.PROVINCE).with(right, wrong)))
        .anySatisfy(fault -> assertThat(fault).contains(told));
  }

  @Test
  void what_only_one_service_has_is_unknown_to_another() {
    assertThat(known(Service.NOTIFICATION).fault("QUARKUS_MAILER_HOST", "mail")).isEmpty();
    assertThat(known(Service.INTAKE).fault("QUARKUS_MAILER_HOST", "mail")).isPresent();
    assertThat(known(Service.MONITOR).fault("CASECLOCK_SWEEP_EVERY", "1s")).isEmpty();
    assertThat(known(Service.INTAKE).fault("CASECLOCK_SWEEP_EVERY", "1s")).isPresent();
  }

  @Test
  void what_is_fixed_when_a_service_is_built_cannot_be_set() {
    assertThat(known(Service.INTAKE).fault("QUARKUS_HTTP_ROOT_PATH", "/x")).isPresent();
    assertThat(known(Service.INTAKE).fault("QUARKUS_HTTP_PORT", "8081")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void every_service_gets_what_production_requires(ValueSet set) {
    for (var service : Service.values()) {
      assertThat(names(Chart.rendered(set).deployment(service)))
          .contains(
              "QUARKUS_DATASOURCE_JDBC_URL",
              "QUARKUS_DATASOURCE_USERNAME",
              "QUARKUS_DATASOURCE_PASSWORD",
              "KAFKA_BOOTSTRAP_SERVERS",
              "QUARKUS_OIDC_AUTH_SERVER_URL",
              "QUARKUS_OIDC_TOKEN_ISSUER",
              "QUARKUS_OIDC_CLIENT_ID",
              "QUARKUS_OIDC_CREDENTIALS_SECRET",
              "CASECLOCK_PACKS");
    }
  }

  @Test
  void the_console_takes_tokens_of_its_client_too() {
    var offline = Chart.rendered(ValueSet.OFFLINE);

    assertThat(offline.variable(Service.MONITOR, "QUARKUS_OIDC_TOKEN_AUDIENCE"))
        .isEqualTo("caseclock");
    assertThat(offline.variable(Service.NOTIFICATION, "QUARKUS_OIDC_TOKEN_AUDIENCE"))
        .isEqualTo("caseclock,caseclock");
  }

  @Test
  void metrics_are_read_where_the_services_have_them() {
    var endpoints =
        Chart.rendered(ValueSet.PROVINCE)
            .custom("ServiceMonitor")
            .getFirst()
            .get("spec", "endpoints");

    assertThat(endpoints.toString()).contains("path=" + metrics(Service.INTAKE));
  }

  private static List<String> faults(Rendered rendered) {
    List<String> faults = new ArrayList<>();
    for (var service : Service.values()) {
      var deployment = rendered.deployment(service);
      faults.addAll(ofVariables(service, deployment));
      faults.addAll(ofPorts(service, deployment, rendered));
      faults.addAll(ofProbes(service, deployment));
    }
    return faults;
  }

  private static List<String> ofVariables(Service service, Deployment deployment) {
    var known = known(service);
    Set<String> seen = new HashSet<>();
    return Rendered.container(deployment).getEnv().stream()
        .flatMap(
            variable ->
                Stream.concat(
                    known.fault(variable.getName(), plain(variable)).stream(),
                    seen.add(variable.getName())
                        ? Stream.of()
                        : Stream.of(variable.getName() + " is there twice")))
        .toList();
  }

  private static List<String> ofPorts(Service service, Deployment deployment, Rendered rendered) {
    List<String> faults = new ArrayList<>();
    Map<String, Integer> listening = new TreeMap<>(Map.of("http", service.port()));
    if (names(deployment).contains("QUARKUS_HTTP_TLS_CONFIGURATION_NAME")) {
      listening.put("https", service.tlsPort());
    }
    Map<String, Integer> ports = new TreeMap<>();
    Rendered.container(deployment)
        .getPorts()
        .forEach(port -> ports.put(port.getName(), port.getContainerPort()));
    if (!ports.equals(listening)) {
      faults.add(service.component() + " listens at " + listening.values());
    }
    rendered.all(io.fabric8.kubernetes.api.model.Service.class).stream()
        .filter(object -> service.isMeantBy(object.getMetadata().getLabels()))
        .flatMap(object -> object.getSpec().getPorts().stream())
        .map(open -> open.getTargetPort().getStrVal())
        .filter(target -> !listening.containsKey(target))
        .forEach(target -> faults.add(target + " leads to no port"));
    return faults;
  }

  private static List<String> ofProbes(Service service, Deployment deployment) {
    var container = Rendered.container(deployment);
    return Stream.of(
            ofProbe("startupProbe", container.getStartupProbe(), health(service, "startup")),
            ofProbe("readinessProbe", container.getReadinessProbe(), health(service, "readiness")),
            ofProbe("livenessProbe", container.getLivenessProbe(), health(service, "liveness")))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> ofProbe(String name, Probe probe, String path) {
    var asked = probe.getHttpGet();
    return asked.getPath().equals(path) && "http".equals(asked.getPort().getStrVal())
        ? Optional.empty()
        : Optional.of(name + " asks " + asked.getPath() + ", and " + path + " answers");
  }

  private static String health(Service service, String kind) {
    return known(service).health(service, kind);
  }

  private static String metrics(Service service) {
    return known(service)
        .path(
            service,
            "quarkus.http.non-application-root-path",
            "quarkus.micrometer.export.prometheus.path");
  }

  private static List<String> names(Deployment deployment) {
    return Rendered.container(deployment).getEnv().stream().map(EnvVar::getName).toList();
  }

  private static String plain(EnvVar variable) {
    return Optional.ofNullable(variable.getValue()).orElse("");
  }

  private static KnownSettings known(Service service) {
    return Objects.requireNonNull(KNOWN.get(service));
  }

  private static Map<Service, KnownSettings> known() {
    Map<Service, KnownSettings> known = new EnumMap<>(Service.class);
    for (var service : Service.values()) {
      known.put(service, KnownSettings.of(service));
    }
    return known;
  }
}
