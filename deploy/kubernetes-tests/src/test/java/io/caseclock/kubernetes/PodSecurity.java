package io.caseclock.kubernetes;

import io.fabric8.kubernetes.api.model.AppArmorProfile;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.SELinuxOptions;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.WindowsSecurityContextOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a pod has that the restricted Pod Security standard forbids, or that we forbid beyond it:
 * every control of the standard, for the pod and for each of its containers.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">the
 *     standard</a>
 */
final class PodSecurity {

  private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";

  private static final Set<String> SELINUX_TYPES =
      Set.of("container_t", "container_init_t", "container_kvm_t", "container_engine_t");

  private PodSecurity() {}

  static List<String> faults(Rendered rendered) {
    return rendered.templates().stream().flatMap(pod -> faults(pod).stream()).toList();
  }

  static List<String> faults(PodTemplateSpec template) {
    var pod = template.getSpec();
    var context = Optional.ofNullable(pod.getSecurityContext()).orElseGet(PodSecurityContext::new);
    List<String> faults = new ArrayList<>(ofTheNode(pod));
    faults.addAll(ofUsers(context));
    if (!context.getSysctls().isEmpty()) {
      faults.add("sets parameters of the kernel");
    }
    if (isProfileNotKept(template)) {
      faults.add("has another AppArmor profile by an annotation");
    }
    if (!pod.getEphemeralContainers().isEmpty()) {
      faults.add("has ephemeral containers");
    }
    pod.getVolumes().stream()
        .filter(volume -> !isAllowed(volume))
        .forEach(volume -> faults.add(volume.getName() + " has a volume of another kind"));
    Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
        .forEach(container -> faults.addAll(ContainerSecurity.faults(container)));
    return faults;
  }

  /** Absent is the node's own, which the standard allows. */
  static boolean isOtherProfile(@Nullable AppArmorProfile profile) {
    return profile != null && !"RuntimeDefault".equals(profile.getType());
  }

  static boolean isOtherUser(@Nullable SELinuxOptions options) {
    return options != null
        && (isSaid(options.getUser())
            || isSaid(options.getRole())
            || isSaid(options.getType()) && !SELINUX_TYPES.contains(options.getType()));
  }

  static boolean isOfTheHost(@Nullable WindowsSecurityContextOptions options) {
    return options != null && isOn(options.getHostProcess());
  }

  static boolean isOn(@Nullable Boolean setting) {
    return Boolean.TRUE.equals(setting);
  }

  static boolean isOff(@Nullable Boolean setting) {
    return Boolean.FALSE.equals(setting);
  }

  static boolean isSaid(@Nullable String text) {
    return text != null && !text.isEmpty();
  }

  private static List<String> ofTheNode(PodSpec pod) {
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
    return faults;
  }

  /** A container may not say otherwise. */
  private static List<String> ofUsers(PodSecurityContext context) {
    List<String> faults = new ArrayList<>();
    if (!isOn(context.getRunAsNonRoot())) {
      faults.add("may run as root");
    }
    if (context.getRunAsUser() == null || context.getRunAsUser() == 0) {
      faults.add("runs as root");
    }
    if (context.getSeccompProfile() == null
        || !"RuntimeDefault".equals(context.getSeccompProfile().getType())) {
      faults.add("no seccomp profile");
    }
    if (isOtherProfile(context.getAppArmorProfile())) {
      faults.add("has another AppArmor profile");
    }
    if (isOtherUser(context.getSeLinuxOptions())) {
      faults.add("has other options of SELinux");
    }
    if (isOfTheHost(context.getWindowsOptions())) {
      faults.add("is a process of the host");
    }
    return faults;
  }

  private static boolean isProfileNotKept(PodTemplateSpec template) {
    return Optional.ofNullable(template.getMetadata()).stream()
        .flatMap(metadata -> metadata.getAnnotations().entrySet().stream())
        .anyMatch(
            annotation ->
                annotation.getKey().startsWith(APP_ARMOR)
                    && !"runtime/default".equals(annotation.getValue()));
  }

  /** Of those that are allowed only the ones that the chart uses; images are allowed from 1.33. */
  private static boolean isAllowed(Volume volume) {
    return volume.getHostPath() == null
        && Stream.of(
                Optional.ofNullable(volume.getConfigMap()),
                Optional.ofNullable(volume.getSecret()),
                Optional.ofNullable(volume.getEmptyDir()),
                Optional.ofNullable(volume.getImage()))
            .anyMatch(Optional::isPresent);
  }
}
