package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.kubernetes.ValueSet.Values;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom the pods reach, and who reaches them: what their settings need, and nothing else. */
class NetworkTest {

  private static final Pattern DATABASE = Pattern.compile("jdbc:postgresql://[^/]+:(\\d+)/.*");
  private static final Pattern OUTWARD =
      Pattern.compile("CASECLOCK_(CHANNELS|WEBHOOKS)_[A-Z0-9_]+_URL");

  @ParameterizedTest
  @EnumSource
  void every_arrow_that_the_services_need_is_allowed_and_no_other(ValueSet set) {
    var rendered = Chart.rendered(set);

    assertThat(allowed(rendered)).isEqualTo(needed(rendered, set.read()));
  }

  @ParameterizedTest
  @EnumSource
  void the_servers_that_operators_run_are_reached_by_their_pods(ValueSet set) {
    var rendered = Operators.rendered(set);

    assertThat(allowed(rendered)).isEqualTo(needed(rendered, Operators.values(set)));
  }

  @ParameterizedTest
  @EnumSource
  void whatever_is_not_allowed_is_denied(ValueSet set) {
    var rendered = Chart.rendered(set);

    var everything = policy(rendered, "caseclock-deny").getSpec();
    assertThat(everything.getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
    assertThat(everything.getIngress()).isEmpty();
    assertThat(everything.getEgress()).isEmpty();
    assertThat(rendered.templates())
        .hasSizeGreaterThanOrEqualTo(Service.values().length)
        .allMatch(
            pod -> Selection.selects(everything.getPodSelector(), pod.getMetadata().getLabels()));
  }

  @Test
  void each_arrow_has_a_name_and_a_policy_of_its_own() {
    var province = Chart.rendered(ValueSet.PROVINCE);

    assertThat(province.all(NetworkPolicy.class))
        .extracting(policy -> policy.getMetadata().getName())
        .contains(
            "caseclock-intake-from-callers",
            "caseclock-monitor-to-postgresql",
            "caseclock-monitor-from-notification",
            "caseclock-notification-to-monitor",
            "caseclock-notification-to-mail",
            "caseclock-notification-to-webhooks");
    assertThat(province.all(NetworkPolicy.class))
        .allSatisfy(policy -> assertThat(policy.getSpec().getPolicyTypes()).isNotEmpty());
  }

  @Test
  void without_the_internet_nothing_leads_there() {
    assertThat(Chart.rendered(ValueSet.OFFLINE).all(NetworkPolicy.class))
        .extracting(policy -> policy.getMetadata().getName())
        .doesNotContain("caseclock-notification-to-webhooks", "caseclock-notification-to-mail");
  }

  @Test
  void an_arrow_to_another_port_than_the_settings_name_is_found() {
    var province = Chart.rendered(ValueSet.PROVINCE);
    var altered = province.with("port: 5432", "port: 5433");

    assertThat(allowed(altered)).isNotEqualTo(needed(altered, ValueSet.PROVINCE.read()));
  }

  @Test
  void an_arrow_to_anybody_is_found() {
    var province = Chart.rendered(ValueSet.PROVINCE);
    var peers = "- to:\n        - ipBlock:\n            cidr: 10.1.2.0/24\n";

    var altered = province.with(peers, "- to: []\n");

    assertThatThrownBy(() -> allowed(altered)).hasMessageContaining("lets everything through");
  }

  /** Whatever the policies allow. */
  static Set<Arrow> allowed(Rendered rendered) {
    return rendered.all(NetworkPolicy.class).stream()
        .flatMap(policy -> Arrow.allowedBy(policy, rendered.templates()))
        .collect(Collectors.toSet());
  }

  /** Whatever settings and values need. */
  static Set<Arrow> needed(Rendered rendered, Values values) {
    return Stream.concat(
            Arrays.stream(Service.values())
                .flatMap(
                    service ->
                        Stream.of(
                                toServers(rendered, values, service),
                                toPeople(rendered, values, service),
                                toCollector(rendered, values, service),
                                toNeighbour(rendered, service),
                                inward(rendered, values, service))
                            .flatMap(arrows -> arrows)),
            rendered.all(Job.class).stream().flatMap(job -> ofMigration(job, values)))
        .collect(Collectors.toSet());
  }

  /** The only jobs of the sets: {@link PackGateTest} tells of the other. */
  private static Stream<Arrow> ofMigration(Job job, Values values) {
    var pod = job.getSpec().getTemplate();
    var labels = pod.getMetadata().getLabels();
    var url =
        pod.getSpec().getContainers().getFirst().getEnv().stream()
            .filter(variable -> variable.getName().equals("QUARKUS_DATASOURCE_JDBC_URL"))
            .map(EnvVar::getValue)
            .findFirst()
            .orElse("");
    var component = Objects.requireNonNull(labels.get("app.kubernetes.io/component"));
    var dns = values.at("networkPolicy.dns.peers");
    return Stream.of(
            Arrow.each(component, true, dns, 53, "UDP"),
            Arrow.each(component, true, dns, 53, "TCP"),
            Arrow.tcp(component, true, values.at("networkPolicy.postgresql"), portOfDatabase(url)))
        .flatMap(arrows -> arrows);
  }

  private static Stream<Arrow> toServers(Rendered rendered, Values values, Service service) {
    var dns = values.at("networkPolicy.dns.peers");
    var database = rendered.variable(service, "QUARKUS_DATASOURCE_JDBC_URL");
    var brokers = rendered.variable(service, "KAFKA_BOOTSTRAP_SERVERS").split(",");
    var provider = URI.create(rendered.variable(service, "QUARKUS_OIDC_AUTH_SERVER_URL"));
    return Stream.of(
            Arrow.each(service.component(), true, dns, 53, "UDP"),
            Arrow.each(service.component(), true, dns, 53, "TCP"),
            Arrow.tcp(
                service.component(),
                true,
                values.at("networkPolicy.postgresql"),
                portOfDatabase(database)),
            Arrays.stream(brokers)
                .map(broker -> Integer.parseInt(broker.replaceFirst(".*:", "")))
                .flatMap(
                    port ->
                        Arrow.tcp(
                            service.component(), true, values.at("networkPolicy.kafka"), port)),
            Arrow.tcp(service.component(), true, values.at("networkPolicy.oidc"), port(provider)))
        .flatMap(arrows -> arrows);
  }

  private static Stream<Arrow> toPeople(Rendered rendered, Values values, Service service) {
    var mail =
        rendered.variable(service, "QUARKUS_MAILER_HOST").isEmpty()
            ? Stream.<Arrow>of()
            : Arrow.tcp(
                service.component(),
                true,
                values.at("networkPolicy.mail"),
                Integer.parseInt(rendered.variable(service, "QUARKUS_MAILER_PORT")));
    var ports =
        Rendered.container(rendered.deployment(service)).getEnv().stream()
                .map(EnvVar::getName)
                .anyMatch(name -> OUTWARD.matcher(name).matches())
            ? (List<?>) values.at("networkPolicy.webhooks.ports")
            : List.of();
    var peers = values.at("networkPolicy.webhooks.peers");
    return Stream.concat(
        mail,
        ports.stream()
            .flatMap(
                port -> Arrow.tcp(service.component(), true, peers, ((Number) port).intValue())));
  }

  private static Stream<Arrow> toCollector(Rendered rendered, Values values, Service service) {
    var endpoint = rendered.variable(service, "OTEL_EXPORTER_OTLP_ENDPOINT");
    return endpoint.isEmpty()
        ? Stream.of()
        : Arrow.tcp(
            service.component(),
            true,
            values.at("networkPolicy.traces"),
            port(URI.create(endpoint)));
  }

  /** Both ends of a call to a service of the same release, where a setting names one. */
  private static Stream<Arrow> toNeighbour(Rendered rendered, Service service) {
    var url = URI.create(rendered.variable(service, "CASECLOCK_MONITOR_URL"));
    return "caseclock-monitor".equals(url.getHost())
        ? Stream.concat(
            Arrow.tcp(service.component(), true, pods(Service.MONITOR), port(url)),
            Arrow.tcp(Service.MONITOR.component(), false, pods(service), port(url)))
        : Stream.of();
  }

  private static Stream<Arrow> inward(Rendered rendered, Values values, Service service) {
    var callers =
        switch (service) {
          case INTAKE -> "networkPolicy.intakeCallers";
          case MONITOR -> "networkPolicy.monitorCallers";
          case NOTIFICATION -> "networkPolicy.consoleCallers";
        };
    var metrics =
        rendered.custom("ServiceMonitor").isEmpty()
            ? List.of()
            : values.at("networkPolicy.metrics");
    var withCertificates =
        rendered.variable(service, "QUARKUS_HTTP_TLS_CONFIGURATION_NAME").isEmpty()
            ? List.of()
            : values.at(callers);
    return Stream.of(
            Arrow.tcp(service.component(), false, values.at(callers), service.port()),
            Arrow.tcp(service.component(), false, withCertificates, service.tlsPort()),
            Arrow.tcp(service.component(), false, metrics, service.port()))
        .flatMap(arrows -> arrows);
  }

  private static List<?> pods(Service service) {
    return List.of(
        Map.of(
            "podSelector",
            Map.of(
                "matchLabels",
                Map.of(
                    "app.kubernetes.io/name",
                    "caseclock",
                    "app.kubernetes.io/instance",
                    Chart.RELEASE,
                    "app.kubernetes.io/component",
                    service.component()))));
  }

  private static int portOfDatabase(String url) {
    var database = DATABASE.matcher(url);
    if (!database.matches()) {
      throw new IllegalStateException("no database: " + url);
    }
    return Integer.parseInt(database.group(1));
  }

  private static int port(URI url) {
    var usual = "http".equals(url.getScheme()) ? 80 : 443;
    return url.getPort() < 0 ? usual : url.getPort();
  }

  private static NetworkPolicy policy(Rendered rendered, String name) {
    return rendered.all(NetworkPolicy.class).stream()
        .filter(policy -> policy.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
