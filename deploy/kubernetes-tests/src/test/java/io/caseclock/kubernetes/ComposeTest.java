package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The containers of the three services, against the chart on one machine and the services. */
class ComposeTest {

  private static final Rendered CHART = Chart.rendered(ValueSet.ONE_MACHINE);
  private static final Map<Service, KnownSettings> KNOWN =
      Arrays.stream(Service.values())
          .collect(
              Collectors.toMap(
                  service -> service,
                  KnownSettings::of,
                  (one, other) -> one,
                  () -> new EnumMap<>(Service.class)));

  /** What the check of health may take beside the service. */
  private static final long PROBE_BYTES = 64L << 20;

  /** Where a container of Compose is told otherwise than a pod: addresses, and what is reckoned. */
  private static final Set<String> OF_THE_SITE =
      Set.of(
          "JDK_JAVA_OPTIONS",
          "QUARKUS_DATASOURCE_JDBC_URL",
          "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES",
          "CASECLOCK_MONITOR_URL");

  @Test
  void the_containers_of_the_services_are_what_the_chart_makes_of_them() {
    assertThat(faults(ComposeFile.shipped())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/case-intake-service: | /intake-service: | intake has the image",
        "\"65532:65532\" | \"0:0\" | intake runs as 0:0",
        "read_only: true | read_only: false | intake may write to its image",
        "- ALL | - NET_RAW | intake keeps capabilities",
        "no-new-privileges:true | no-new-privileges:false | intake may gain privileges",
        "stop_grace_period: 45s | stop_grace_period: 44s | intake has 44s to end",
        "mem_limit: 576m | mem_limit: 575m | intake has 575m",
        "MaxRAM=512m | MaxRAM=513m | intake reckons its heap from 513m",
        "CASECLOCK_TOPICS_CREATE | CASECLOCK_TOPIC_CREATE | CASECLOCK_TOPIC_CREATE is read by"
            + " nobody",
        "CASECLOCK_EMAIL_ENABLED: | CASECLOCK_INTAKE_URL: | notification is set up by",
        "PARTITIONS: \"6\" | PARTITIONS: \"7\" | CASECLOCK_TOPICS_PARTITIONS of intake is 7",
        "kafka:9092 | kafka:9093 | KAFKA_BOOTSTRAP_SERVERS of intake is kafka:9093",
        "8081/q/health/ready | 8081/q/health/live | intake is asked at",
        "127.0.0.1:8082/q | 127.0.0.1:8081/q | monitor is asked at",
        "currentSchema=monitor | currentSchema=intake | monitor reads the schema",
        "start_period: 10m | start_period: 9m | intake has 9m to start",
      })
  void a_slip_of_the_pen_is_found(String right, String wrong, String told) {
    assertThat(faults(ComposeFile.shipped().with(right, wrong)))
        .anySatisfy(fault -> assertThat(fault).contains(told));
  }

  private static List<String> faults(ComposeFile file) {
    List<String> faults = new ArrayList<>();
    for (var service : Service.values()) {
      var container = file.container(service.component());
      ofImage(service, container, faults);
      ofRights(service, container, faults);
      ofMeans(service, container, faults);
      ofVariables(service, container, faults);
      ofHealth(service, container, faults);
    }
    return faults;
  }

  private static void ofImage(Service service, Map<String, Object> container, List<String> faults) {
    var wanted = Rendered.container(CHART.deployment(service)).getImage();
    if (!wanted.equals(container.get("image"))) {
      faults.add(service.component() + " has the image " + container.get("image"));
    }
  }

  private static void ofRights(
      Service service, Map<String, Object> container, List<String> faults) {
    var pod = CHART.deployment(service).getSpec().getTemplate().getSpec();
    var rights = pod.getContainers().getFirst().getSecurityContext();
    var name = service.component();
    var user =
        pod.getSecurityContext().getRunAsUser() + ":" + pod.getSecurityContext().getRunAsGroup();
    if (!user.equals(container.get("user"))) {
      faults.add(name + " runs as " + container.get("user"));
    }
    if (!rights.getReadOnlyRootFilesystem().equals(container.get("read_only"))) {
      faults.add(name + " may write to its image");
    }
    if (!rights.getCapabilities().getDrop().equals(container.get("cap_drop"))) {
      faults.add(name + " keeps capabilities");
    }
    if (!List.of("no-new-privileges:true").equals(container.get("security_opt"))) {
      faults.add(name + " may gain privileges");
    }
  }

  private static void ofMeans(Service service, Map<String, Object> container, List<String> faults) {
    var pod = CHART.deployment(service).getSpec().getTemplate().getSpec();
    var name = service.component();
    var grace = ComposeFile.text(container, "stop_grace_period");
    if (!grace.equals(pod.getTerminationGracePeriodSeconds() + "s")) {
      faults.add(name + " has " + grace + " to end");
    }
    var memory =
        bytes(
            String.valueOf(
                pod.getContainers().getFirst().getResources().getLimits().get("memory")));
    var limit = ComposeFile.text(container, "mem_limit");
    if (bytes(limit) != memory + PROBE_BYTES) {
      faults.add(name + " has " + limit + " of memory");
    }
    var options = variables(container).get("JDK_JAVA_OPTIONS");
    var reckoned = Objects.requireNonNull(options).replaceFirst("-XX:MaxRAM=(\\w+) .*", "$1");
    if (bytes(reckoned) != memory) {
      faults.add(name + " reckons its heap from " + reckoned);
    }
    if (!options.endsWith(" " + CHART.variable(service, "JDK_JAVA_OPTIONS"))) {
      faults.add(name + " has options of the JVM of its own: " + options);
    }
  }

  private static void ofVariables(
      Service service, Map<String, Object> container, List<String> faults) {
    var variables = variables(container);
    variables.forEach(
        (name, value) ->
            Objects.requireNonNull(KNOWN.get(service)).fault(name, value).ifPresent(faults::add));
    var plain = plainVariablesOfTheChart(service);
    var expected = new TreeMap<>(plain);
    expected.put("QUARKUS_CONFIG_LOCATIONS", "");
    if (!expected.keySet().equals(variables.keySet())) {
      faults.add(service.component() + " is set up by " + variables.keySet());
    }
    plain.forEach(
        (name, value) -> {
          if (!OF_THE_SITE.contains(name) && !value.equals(variables.get(name))) {
            faults.add(name + " of " + service.component() + " is " + variables.get(name));
          }
        });
    var database = variables.getOrDefault("QUARKUS_DATASOURCE_JDBC_URL", "");
    if (!database
        .replace("sslmode=disable", "sslmode=require")
        .equals(plain.get("QUARKUS_DATASOURCE_JDBC_URL"))) {
      faults.add(service.component() + " reads the schema of " + database);
    }
  }

  private static void ofHealth(
      Service service, Map<String, Object> container, List<String> faults) {
    var check = ComposeFile.<Object>map(container, "healthcheck");
    var test = ComposeFile.list(check, "test");
    var asked = test.getLast();
    var path = Objects.requireNonNull(KNOWN.get(service)).health(service, "readiness");
    if (!asked.equals("http://127.0.0.1:" + service.port() + path)) {
      faults.add(service.component() + " is asked at " + asked);
    }
    if (!test.get(test.size() - 2).equals(io.caseclock.probe.HealthProbe.class.getName())) {
      faults.add(service.component() + " is asked by nobody");
    }
    var startup = Rendered.container(CHART.deployment(service)).getStartupProbe();
    var minutes = startup.getPeriodSeconds() * startup.getFailureThreshold() / 60;
    if (!(minutes + "m").equals(check.get("start_period"))) {
      faults.add(service.component() + " has " + check.get("start_period") + " to start");
    }
  }

  static Map<String, String> variables(Map<String, Object> container) {
    return new TreeMap<>(ComposeFile.<String>map(container, "environment"));
  }

  private static Map<String, String> plainVariablesOfTheChart(Service service) {
    return Rendered.container(CHART.deployment(service)).getEnv().stream()
        .filter(variable -> variable.getValue() != null)
        .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
  }

  /** Docker's m is the Mi of Kubernetes. */
  private static long bytes(String amount) {
    return Quantity.getAmountInBytes(new Quantity(amount.replaceFirst("m$", "Mi"))).longValue();
  }
}
