package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The restricted Pod Security standard, and what we ask beyond it.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">the
 *     standard</a>
 */
class PodSecurityTest {

  @ParameterizedTest
  @EnumSource
  void every_pod_meets_the_restricted_standard(ValueSet set) {
    assertThat(faults(Chart.rendered(set))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "runAsNonRoot: true, runAsNonRoot: false, may run as root",
    "runAsUser: 65532, runAsUser: 0, runs as root",
    "type: RuntimeDefault, type: Unconfined, no seccomp profile",
    "- ALL, - NET_RAW, keeps capabilities",
    "allowPrivilegeEscalation: false, allowPrivilegeEscalation: true, may gain privileges",
    "readOnlyRootFilesystem: true, readOnlyRootFilesystem: false, may write to its image",
    "automountServiceAccountToken: false, hostNetwork: true, shares the node",
    "automountServiceAccountToken: false, automountServiceAccountToken: true, has a token",
    "enableServiceLinks: false, enableServiceLinks: true, hears of services by variables",
    "emptyDir:, hostPath:, has a volume of another kind",
  })
  void whatever_is_let_go_is_found(String right, String wrong, String told) {
    assertThat(faults(Chart.rendered(ValueSet.PROVINCE).with(right, wrong)))
        .anySatisfy(fault -> assertThat(fault).contains(told));
  }

  static List<String> faults(Rendered rendered) {
    return rendered.pods().stream().flatMap(pod -> faults(pod).stream()).toList();
  }

  private static List<String> faults(PodSpec pod) {
    List<String> faults = new ArrayList<>();
    if (isOn(pod.getHostNetwork()) || isOn(pod.getHostPID()) || isOn(pod.getHostIPC())) {
      faults.add("shares the node's network or processes");
    }
    if (!isOff(pod.getAutomountServiceAccountToken())) {
      faults.add("has a token for the cluster");
    }
    if (!isOff(pod.getEnableServiceLinks())) {
      faults.add("hears of services by variables that are named like settings");
    }
    var context = pod.getSecurityContext();
    if (!isOn(context.getRunAsNonRoot())) {
      faults.add("may run as root");
    }
    if (context.getRunAsUser() == null || context.getRunAsUser() == 0) {
      faults.add("runs as root");
    }
    if (!isConfined(context.getSeccompProfile())) {
      faults.add("no seccomp profile");
    }
    pod.getVolumes().stream()
        .filter(volume -> !isAllowed(volume))
        .forEach(volume -> faults.add(volume.getName() + " has a volume of another kind"));
    containers(pod).forEach(container -> faults.addAll(faults(container)));
    return faults;
  }

  private static List<String> faults(Container container) {
    List<String> faults = new ArrayList<>();
    var context = container.getSecurityContext();
    var capabilities = context.getCapabilities();
    if (!capabilities.getDrop().contains("ALL") || !capabilities.getAdd().isEmpty()) {
      faults.add("keeps capabilities");
    }
    if (!isOff(context.getAllowPrivilegeEscalation()) || isOn(context.getPrivileged())) {
      faults.add("may gain privileges");
    }
    if (!isOn(context.getReadOnlyRootFilesystem())) {
      faults.add("may write to its image");
    }
    return faults;
  }

  private static Stream<Container> containers(PodSpec pod) {
    return Stream.concat(pod.getContainers().stream(), pod.getInitContainers().stream());
  }

  private static boolean isConfined(SeccompProfile profile) {
    return Optional.ofNullable(profile)
        .filter(named -> "RuntimeDefault".equals(named.getType()))
        .isPresent();
  }

  /** Of those that are allowed only the ones that the chart uses; images are allowed from 1.33. */
  private static boolean isAllowed(Volume volume) {
    return Stream.of(
            volume.getConfigMap(), volume.getSecret(), volume.getEmptyDir(), volume.getImage())
        .anyMatch(kind -> kind != null);
  }

  private static boolean isOn(Boolean setting) {
    return Boolean.TRUE.equals(setting);
  }

  private static boolean isOff(Boolean setting) {
    return Boolean.FALSE.equals(setting);
  }
}
