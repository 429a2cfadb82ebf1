package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The Job that compares rule packs before an upgrade, against the monitor that it is made of. */
class PackGateTest {

  /** Has packs of the site's own, of both kinds. */
  private static final Rendered OFFLINE = Rendered.of(with(ValueSet.OFFLINE).call());

  @ParameterizedTest
  @EnumSource
  void it_is_there_where_somebody_asks_for_it(ValueSet set) {
    assertThat(gates(Chart.rendered(set))).isEmpty();
    assertThat(gates(Rendered.of(with(set).call()))).hasSize(1);
  }

  @Test
  void it_is_the_monitor_of_the_new_release_that_asks_the_running_one() {
    var monitor = Rendered.container(OFFLINE.deployment(Service.MONITOR));

    assertThat(container().getImage()).isEqualTo(monitor.getImage());
    assertThat(container().getCommand()).isEmpty();
    assertThat(container().getArgs())
        .startsWith(
            "pack-impact",
            "--monitor=" + OFFLINE.variable(Service.NOTIFICATION, "CASECLOCK_MONITOR_URL"),
            "--token-file=/etc/caseclock/token/token",
            "--at-most=0");
    assertThat(container().getEnv()).extracting(EnvVar::getName).containsOnly("JDK_JAVA_OPTIONS");
  }

  @Test
  void its_first_argument_is_the_word_that_the_monitor_knows() throws IOException {
    var main =
        Files.readString(
            Chart.REPOSITORY.resolve(
                "deadline-monitor-service/src/main/java/io/caseclock/monitor/wiring/MonitorMain.java"),
            StandardCharsets.UTF_8);

    assertThat(main).contains("PACK_IMPACT = \"" + container().getArgs().getFirst() + "\"");
  }

  @Test
  void it_compares_the_packs_that_the_pods_will_have_and_sees_them_as_they_do() {
    var monitor = Rendered.container(OFFLINE.deployment(Service.MONITOR));

    assertThat(String.join(",", container().getArgs().subList(4, container().getArgs().size())))
        .isEqualTo(OFFLINE.variable(Service.MONITOR, "CASECLOCK_PACKS"));
    assertThat(packMounts(container())).isNotEmpty().isEqualTo(packMounts(monitor));
    assertThat(packVolumes(pod()))
        .isNotEmpty()
        .isEqualTo(
            packVolumes(OFFLINE.deployment(Service.MONITOR).getSpec().getTemplate().getSpec()));
  }

  @Test
  void the_bound_is_the_sites() {
    var rendered = Rendered.of(with(ValueSet.PROVINCE).set("packs.gate.atMost", 250).call());

    assertThat(
            gates(rendered)
                .getFirst()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getArgs())
        .contains("--at-most=250");
  }

  @ParameterizedTest
  @CsvSource({"packs.gate.atMost, -1, /packs/gate/atMost", "packs.gate.bound, 3, /packs/gate"})
  void a_bound_that_is_none_is_refused(String key, int value, String place) {
    var template = with(ValueSet.PROVINCE).set(key, value);

    assertThatThrownBy(template::call).hasMessageContaining(place);
  }

  @Test
  void it_stops_an_upgrade_at_once_and_runs_before_an_upgrade_alone() {
    var gate = gates(OFFLINE).getFirst();

    assertThat(gate.getSpec().getBackoffLimit()).isZero();
    assertThat(gate.getSpec().getActiveDeadlineSeconds()).isPositive();
    assertThat(gate.getSpec().getTemplate().getSpec().getRestartPolicy()).isEqualTo("Never");
    assertThat(gate.getMetadata().getAnnotations())
        .containsEntry(Chart.HOOK, "pre-upgrade")
        .containsEntry("helm.sh/hook-delete-policy", "before-hook-creation,hook-succeeded");
  }

  @Test
  void it_comes_after_its_ways_and_before_any_migration() {
    var rendered = Rendered.of(with(ValueSet.PROVINCE).call());
    var gate = weight(gates(rendered).getFirst());
    var migrations =
        rendered.all(Job.class).stream()
            .filter(job -> job.getMetadata().getName().endsWith("-migration"))
            .toList();

    assertThat(ways(rendered))
        .isNotEmpty()
        .allSatisfy(way -> assertThat(weight(way)).isLessThan(gate));
    assertThat(migrations)
        .hasSize(3)
        .allSatisfy(job -> assertThat(weight(job)).isGreaterThan(gate));
  }

  @Test
  void it_reaches_the_name_service_and_the_monitor_and_nothing_else() {
    var labels = gates(OFFLINE).getFirst().getSpec().getTemplate().getMetadata().getLabels();
    var own =
        OFFLINE.all(NetworkPolicy.class).stream()
            .filter(policy -> selects(policy, labels))
            .filter(policy -> !policy.getMetadata().getName().equals("caseclock-deny"))
            .toList();

    assertThat(own).allSatisfy(policy -> assertThat(policy.getSpec().getIngress()).isEmpty());
    assertThat(own)
        .extracting(policy -> policy.getMetadata().getName())
        .containsExactlyInAnyOrder("caseclock-pack-gate-to-dns", "caseclock-pack-gate-to-monitor");
    var out = policy("caseclock-pack-gate-to-monitor").getSpec().getEgress().getFirst();
    var in = policy("caseclock-monitor-from-pack-gate").getSpec().getIngress().getFirst();
    assertThat(out.getPorts()).isEqualTo(in.getPorts());
    assertThat(out.getPorts()).extracting(port -> port.getPort().getIntVal()).containsExactly(8082);
    assertThat(out.getTo().getFirst().getPodSelector().getMatchLabels())
        .isEqualTo(
            policy("caseclock-monitor-from-pack-gate").getSpec().getPodSelector().getMatchLabels());
    assertThat(labels)
        .containsAllEntriesOf(in.getFrom().getFirst().getPodSelector().getMatchLabels());
    assertThat(in.getFrom().getFirst().getPodSelector().getMatchLabels())
        .containsEntry("app.kubernetes.io/component", "pack-gate");
  }

  @Test
  void it_meets_the_restricted_standard_and_has_a_bound_of_memory() {
    assertThat(PodSecurity.faults(OFFLINE)).isEmpty();
    assertThat(container().getResources().getLimits()).containsKey("memory");
    assertThat(container().getResources().getRequests()).containsKeys("cpu", "memory");
  }

  @Test
  void it_knows_one_secret_which_stands_in_the_document() throws IOException {
    var document =
        Files.readString(Chart.REPOSITORY.resolve("docs/kubernetes.md"), StandardCharsets.UTF_8);

    assertThat(pod().getVolumes())
        .filteredOn(volume -> volume.getSecret() != null)
        .extracting(volume -> volume.getSecret().getSecretName())
        .containsExactly("caseclock-pack-gate");
    assertThat(document).contains("| `caseclock-pack-gate` | `token` |");
  }

  @Test
  void no_field_of_it_is_unknown() {
    assertThat(OFFLINE.objects())
        .allSatisfy(object -> assertThat(UnknownFields.of(object)).isEmpty());
  }

  @Test
  void no_service_takes_its_pod_for_one_of_its_own() {
    var labels = gates(OFFLINE).getFirst().getSpec().getTemplate().getMetadata().getLabels();

    assertThat(Arrays.stream(Service.values()).filter(service -> service.isMeantBy(labels)))
        .isEmpty();
    assertThat(OFFLINE.all(io.fabric8.kubernetes.api.model.Service.class))
        .isNotEmpty()
        .noneMatch(
            object -> labels.entrySet().containsAll(object.getSpec().getSelector().entrySet()));
  }

  private static TemplateCommand with(ValueSet set) {
    var template = Chart.template(set).set("packs.gate.enabled", true);
    return set == ValueSet.PROVINCE
        ? template.set("externalSecrets.remoteKeys.caseclock-pack-gate", "caseclock/pack-gate")
        : template;
  }

  private static List<Job> gates(Rendered rendered) {
    return rendered.all(Job.class).stream()
        .filter(job -> job.getMetadata().getName().equals("caseclock-pack-gate"))
        .toList();
  }

  private static PodSpec pod() {
    return gates(OFFLINE).getFirst().getSpec().getTemplate().getSpec();
  }

  private static Container container() {
    return pod().getContainers().getFirst();
  }

  private static Set<VolumeMount> packMounts(Container container) {
    return container.getVolumeMounts().stream()
        .filter(mount -> mount.getName().startsWith("pack-"))
        .collect(Collectors.toSet());
  }

  private static Set<Volume> packVolumes(PodSpec pod) {
    return pod.getVolumes().stream()
        .filter(volume -> volume.getName().startsWith("pack-"))
        .collect(Collectors.toSet());
  }

  private static List<NetworkPolicy> ways(Rendered rendered) {
    return rendered.all(NetworkPolicy.class).stream()
        .filter(policy -> policy.getMetadata().getName().contains("pack-gate"))
        .toList();
  }

  private static NetworkPolicy policy(String name) {
    return ways(OFFLINE).stream()
        .filter(policy -> policy.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static boolean selects(NetworkPolicy policy, Map<String, String> labels) {
    return labels
        .entrySet()
        .containsAll(policy.getSpec().getPodSelector().getMatchLabels().entrySet());
  }

  private static int weight(HasMetadata hook) {
    return Integer.parseInt(
        String.valueOf(hook.getMetadata().getAnnotations().get("helm.sh/hook-weight")));
  }
}
