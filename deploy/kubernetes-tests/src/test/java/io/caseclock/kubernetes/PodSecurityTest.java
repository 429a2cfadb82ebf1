package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every pod meets {@link PodSecurity}, and that sees what is wrong. */
class PodSecurityTest {

  /** As good as any pod of the chart, and small. */
  private static final String SMALL =
      """
      metadata: {annotations: {}}
      spec:
        automountServiceAccountToken: false
        enableServiceLinks: false
        securityContext: {runAsNonRoot: true, runAsUser: 65532, seccompProfile: {type: RuntimeDefault}}
        volumes: [{name: tmp, emptyDir: {}}]
        initContainers: [%1$s]
        containers: [%1$s]
      """
          .formatted(
              "{name: small, image: small, securityContext: {allowPrivilegeEscalation: false,"
                  + " readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}}");

  @ParameterizedTest
  @EnumSource
  void every_pod_meets_the_restricted_standard(ValueSet set) {
    assertThat(PodSecurity.faults(Chart.rendered(set))).isEmpty();
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
    "allowPrivilegeEscalation: false, 'allowPrivilegeEscalation: false, runAsUser: 0', runs as"
        + " root",
  })
  void whatever_is_let_go_is_found(String right, String wrong, String told) {
    var lines = wrong.replace(", ", "\n            ");

    assertThat(PodSecurity.faults(Chart.rendered(ValueSet.PROVINCE).with(right, lines)))
        .anySatisfy(fault -> assertThat(fault).contains(told));
  }

  @Test
  void a_small_pod_has_no_fault() {
    assertThat(PodSecurity.faults(read(small()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "hostNetwork ; true ; shares the node",
        "hostPID ; true ; shares the node",
        "hostIPC ; true ; shares the node",
        "automountServiceAccountToken ; null ; has a token",
        "enableServiceLinks ; null ; hears of services",
        "securityContext ; null ; may run as root",
        "securityContext ; null ; runs as root",
        "securityContext ; null ; no seccomp profile",
        "securityContext.runAsNonRoot ; null ; may run as root",
        "securityContext.runAsUser ; null ; runs as root",
        "securityContext.seccompProfile ; {type: Unconfined} ; no seccomp profile",
        "securityContext.seccompProfile ; {type: Localhost, localhostProfile: x} ; no seccomp"
            + " profile",
        "securityContext.sysctls ; [{name: kernel.msgmax, value: \"1\"}] ; parameters of the"
            + " kernel",
        "securityContext.appArmorProfile ; {type: Unconfined} ; another AppArmor profile",
        "securityContext.seLinuxOptions ; {type: spc_t} ; options of SELinux",
        "securityContext.seLinuxOptions ; {user: system_u} ; options of SELinux",
        "securityContext.seLinuxOptions ; {role: sysadm_r} ; options of SELinux",
        "securityContext.windowsOptions ; {hostProcess: true} ; process of the host",
        "volumes ; [{name: host, hostPath: {path: /}}] ; host has a volume of another kind",
        "volumes ; [{name: far, nfs: {server: n, path: /}}] ; far has a volume of another kind",
        "ephemeralContainers ; [{name: late}] ; ephemeral containers",
      })
  void what_a_pod_says_is_found(String path, String value, String told) {
    assertThat(faultsWith("spec." + path, value))
        .anySatisfy(fault -> assertThat(fault).contains(told));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "securityContext ; null ; keeps capabilities",
        "securityContext.runAsNonRoot ; false ; may run as root",
        "securityContext.runAsUser ; 0 ; runs as root",
        "securityContext.seccompProfile ; {type: Unconfined} ; has no seccomp profile",
        "securityContext.appArmorProfile ; {type: Unconfined} ; another AppArmor profile",
        "securityContext.seLinuxOptions ; {type: spc_t} ; options of SELinux",
        "securityContext.windowsOptions ; {hostProcess: true} ; process of the host",
        "securityContext.procMount ; Unmasked ; sees all of /proc",
        "securityContext.privileged ; true ; may gain privileges",
        "securityContext.allowPrivilegeEscalation ; null ; may gain privileges",
        "securityContext.readOnlyRootFilesystem ; null ; may write to its image",
        "securityContext.capabilities ; null ; keeps capabilities",
        "securityContext.capabilities.drop ; [NET_RAW] ; keeps capabilities",
        "securityContext.capabilities.add ; [SYS_ADMIN] ; keeps capabilities",
        "ports ; [{containerPort: 80, hostPort: 80}] ; takes a port of the node",
        "ports ; [{containerPort: 80, hostIP: 10.0.0.1}] ; takes a port of the node",
        "livenessProbe ; {httpGet: {host: 10.0.0.1, port: 80}} ; ask another host",
        "readinessProbe ; {tcpSocket: {host: 10.0.0.1, port: 80}} ; ask another host",
        "startupProbe ; {httpGet: {host: 10.0.0.1, port: 80}} ; ask another host",
        "lifecycle ; {postStart: {httpGet: {host: 10.0.0.1, port: 80}}} ; ask another host",
        "lifecycle ; {preStop: {tcpSocket: {host: 10.0.0.1, port: 80}}} ; ask another host",
      })
  void what_a_container_says_instead_is_found(String path, String value, String told) {
    for (var containers : List.of("spec.containers.0.", "spec.initContainers.0.")) {
      assertThat(faultsWith(containers + path, value))
          .as(containers)
          .anySatisfy(fault -> assertThat(fault).startsWith("small ").contains(told));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "securityContext.runAsNonRoot ; true",
        "securityContext.runAsUser ; 1000",
        "securityContext.seccompProfile ; {type: RuntimeDefault}",
        "securityContext.appArmorProfile ; {type: RuntimeDefault}",
        "securityContext.seLinuxOptions ; {type: container_t, level: s0}",
        "securityContext.procMount ; Default",
        "securityContext.privileged ; false",
        "ports ; [{containerPort: 80, hostPort: 0}]",
        "livenessProbe ; {httpGet: {path: /, port: 80}}",
      })
  void what_the_standard_allows_a_container_is_no_fault(String path, String value) {
    assertThat(faultsWith("spec.containers.0." + path, value)).isEmpty();
  }

  @Test
  void an_older_way_to_name_a_profile_of_app_armor_is_found() {
    var annotations = "{container.apparmor.security.beta.kubernetes.io/small: %s}";

    assertThat(faultsWith("metadata.annotations", annotations.formatted("unconfined")))
        .containsExactly("has another AppArmor profile by an annotation");
    assertThat(faultsWith("metadata.annotations", annotations.formatted("runtime/default")))
        .isEmpty();
  }

  /** Of the small pod with one thing said in another way; {@code null} leaves it out. */
  private static List<String> faultsWith(String path, String value) {
    var pod = small();
    put(pod, new ArrayList<>(List.of(path.split("\\."))), yaml(value));
    return PodSecurity.faults(read(pod));
  }

  @SuppressWarnings("unchecked")
  private static void put(Object place, List<String> path, Object value) {
    var key = path.removeFirst();
    if (place instanceof List<?> list) {
      put(list.get(Integer.parseInt(key)), path, value);
    } else if (path.isEmpty()) {
      ((Map<String, Object>) place).put(key, value);
    } else {
      put(Objects.requireNonNull(((Map<String, Object>) place).get(key)), path, value);
    }
  }

  private static Object small() {
    return yaml(SMALL);
  }

  private static Object yaml(String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }

  private static PodTemplateSpec read(Object pod) {
    return Serialization.unmarshal(Serialization.asJson(pod), PodTemplateSpec.class);
  }
}
