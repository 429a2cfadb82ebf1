package io.caseclock.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The part of {@link PodSecurity} that is about one container, which goes before its pod. */
final class ContainerSecurity {

  private ContainerSecurity() {}

  static List<String> faults(Container container) {
    var context =
        Optional.ofNullable(container.getSecurityContext()).orElseGet(SecurityContext::new);
    List<String> faults = new ArrayList<>(ofRights(context));
    faults.addAll(ofOverrides(context));
    if (container.getPorts().stream().anyMatch(ContainerSecurity::isOfTheNode)) {
      faults.add("takes a port of the node");
    }
    if (hosts(container).anyMatch(PodSecurity::isSaid)) {
      faults.add("has the node ask another host");
    }
    return faults.stream().map(fault -> container.getName() + " " + fault).toList();
  }

  private static List<String> ofRights(SecurityContext context) {
    List<String> faults = new ArrayList<>();
    var capabilities = Optional.ofNullable(context.getCapabilities());
    if (capabilities.isEmpty()
        || !capabilities.get().getDrop().contains("ALL")
        || !capabilities.get().getAdd().isEmpty()) {
      faults.add("keeps capabilities");
    }
    if (!PodSecurity.isOff(context.getAllowPrivilegeEscalation())
        || PodSecurity.isOn(context.getPrivileged())) {
      faults.add("may gain privileges");
    }
    if (!PodSecurity.isOn(context.getReadOnlyRootFilesystem())) {
      faults.add("may write to its image");
    }
    if (PodSecurity.isSaid(context.getProcMount()) && !"Default".equals(context.getProcMount())) {
      faults.add("sees all of /proc");
    }
    return faults;
  }

  /** What is absent here is as in the pod. */
  private static List<String> ofOverrides(SecurityContext context) {
    List<String> faults = new ArrayList<>();
    if (PodSecurity.isOff(context.getRunAsNonRoot())) {
      faults.add("may run as root");
    }
    if (context.getRunAsUser() != null && context.getRunAsUser() == 0) {
      faults.add("runs as root");
    }
    if (context.getSeccompProfile() != null
        && !"RuntimeDefault".equals(context.getSeccompProfile().getType())) {
      faults.add("has no seccomp profile");
    }
    if (PodSecurity.isOtherProfile(context.getAppArmorProfile())) {
      faults.add("has another AppArmor profile");
    }
    if (PodSecurity.isOtherUser(context.getSeLinuxOptions())) {
      faults.add("has other options of SELinux");
    }
    if (PodSecurity.isOfTheHost(context.getWindowsOptions())) {
      faults.add("is a process of the host");
    }
    return faults;
  }

  private static boolean isOfTheNode(ContainerPort port) {
    return port.getHostPort() != null && port.getHostPort() != 0
        || PodSecurity.isSaid(port.getHostIP());
  }

  /** Whom probes and hooks ask: nobody is named where it is the pod itself. */
  private static Stream<String> hosts(Container container) {
    var probes =
        Stream.of(
                Optional.ofNullable(container.getStartupProbe()),
                Optional.ofNullable(container.getReadinessProbe()),
                Optional.ofNullable(container.getLivenessProbe()))
            .flatMap(Optional::stream)
            .flatMap(ContainerSecurity::hosts);
    var hooks =
        Optional.ofNullable(container.getLifecycle()).stream()
            .flatMap(
                lifecycle ->
                    Stream.of(
                        Optional.ofNullable(lifecycle.getPostStart()),
                        Optional.ofNullable(lifecycle.getPreStop())))
            .flatMap(Optional::stream)
            .flatMap(ContainerSecurity::hosts);
    return Stream.concat(probes, hooks);
  }

  private static Stream<String> hosts(Probe probe) {
    return hosts(
        Optional.ofNullable(probe.getHttpGet()), Optional.ofNullable(probe.getTcpSocket()));
  }

  private static Stream<String> hosts(LifecycleHandler hook) {
    return hosts(Optional.ofNullable(hook.getHttpGet()), Optional.ofNullable(hook.getTcpSocket()));
  }

  private static Stream<String> hosts(
      Optional<HTTPGetAction> page, Optional<TCPSocketAction> socket) {
    return Stream.concat(
        page.stream().map(asked -> Objects.requireNonNullElse(asked.getHost(), "")),
        socket.stream().map(asked -> Objects.requireNonNullElse(asked.getHost(), "")));
  }
}
