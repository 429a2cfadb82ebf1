package io.caseclock.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where Services of the release are named, and by which port: in variables and arguments of its
 * pods, by the Ingress, and by whom Prometheus asks.
 *
 * @param services all of them
 * @param rendered what names them
 */
record Addresses(List<Service> services, Rendered rendered) {

  private static final Pattern URL = Pattern.compile("https?://[^\\s,\"/]+");

  /** One label, or what the cluster adds to it: what has more is elsewhere. */
  private static final Pattern HOST =
      Pattern.compile("([-a-z0-9]+)(\\.caseclock(\\.svc(\\.cluster\\.local)?)?)?");

  /** Whatever leads nowhere, with who says it. */
  static List<String> faults(Rendered rendered) {
    var addresses = new Addresses(rendered.all(Service.class), rendered);
    return Stream.of(
            addresses.ofServices(), addresses.ofPods(), addresses.ofHosts(), addresses.ofMetrics())
        .flatMap(faults -> faults)
        .toList();
  }

  /** Each address within the cluster, with who says it. */
  static List<String> within(Rendered rendered) {
    return rendered.containers().flatMap(Addresses::told).map(Said::toString).toList();
  }

  /** An address and who has it. */
  private record Said(String by, URI url) {

    /** The name of a Service of the same namespace, if it is one. */
    Optional<String> service() {
      var host = HOST.matcher(Objects.requireNonNullElse(url.getHost(), ""));
      return host.matches() ? Optional.of(host.group(1)) : Optional.empty();
    }

    boolean isMetBy(ServicePort port) {
      var usual = "https".equals(url.getScheme()) ? 443 : 80;
      return port.getPort() == (url.getPort() < 0 ? usual : url.getPort())
          && Objects.equals(port.getName(), url.getScheme());
    }

    @Override
    public String toString() {
      return by + ": " + url;
    }
  }

  /** A Service listens where its pods do: network policies and probes name one port for both. */
  private Stream<String> ofServices() {
    return services.stream()
        .flatMap(
            service ->
                service.getSpec().getPorts().stream()
                    .flatMap(
                        port ->
                            containersBehind(service)
                                .flatMap(container -> otherwise(service, port, container))));
  }

  private Stream<Container> containersBehind(Service service) {
    return rendered.templates().stream()
        .filter(
            pod ->
                pod.getMetadata()
                    .getLabels()
                    .entrySet()
                    .containsAll(service.getSpec().getSelector().entrySet()))
        .flatMap(pod -> pod.getSpec().getContainers().stream());
  }

  private static Stream<String> otherwise(Service service, ServicePort port, Container container) {
    return container.getPorts().stream()
        .filter(open -> leadsTo(port.getTargetPort(), open))
        .filter(open -> !open.getContainerPort().equals(port.getPort()))
        .map(
            open ->
                "%s listens at %d and its pods at %d"
                    .formatted(
                        service.getMetadata().getName(), port.getPort(), open.getContainerPort()));
  }

  private static boolean leadsTo(IntOrString target, ContainerPort open) {
    return open.getName().equals(target.getStrVal())
        || open.getContainerPort().equals(target.getIntVal());
  }

  private Stream<String> ofPods() {
    return rendered
        .containers()
        .flatMap(Addresses::told)
        .flatMap(said -> fault(said, said.service().orElseThrow()).stream());
  }

  private Optional<String> fault(Said said, String name) {
    var service = service(name);
    if (service.isEmpty()) {
      return Optional.of(said + " is no Service");
    }
    var ports = service.get().getSpec().getPorts();
    return ports.stream().anyMatch(said::isMetBy)
        ? Optional.empty()
        : Optional.of(
            said
                + " leads to none of "
                + ports.stream().map(port -> port.getName() + " " + port.getPort()).toList());
  }

  private static Stream<Said> told(Container container) {
    var variables =
        container.getEnv().stream()
            .filter(variable -> variable.getValue() != null)
            .flatMap(variable -> urls(variable.getName(), variable.getValue()));
    var arguments =
        Stream.concat(container.getCommand().stream(), container.getArgs().stream())
            .flatMap(argument -> urls("argument", argument));
    return Stream.concat(variables, arguments)
        .map(said -> new Said(container.getName() + " " + said.by(), said.url()))
        .filter(said -> said.service().isPresent());
  }

  private static Stream<Said> urls(String by, String text) {
    return URL.matcher(text)
        .results()
        .map(MatchResult::group)
        .map(url -> new Said(by, URI.create(url)));
  }

  private Stream<String> ofHosts() {
    return rendered.all(Ingress.class).stream()
        .flatMap(
            ingress ->
                Stream.concat(
                    Optional.ofNullable(ingress.getSpec().getDefaultBackend()).stream(),
                    ingress.getSpec().getRules().stream()
                        .flatMap(rule -> rule.getHttp().getPaths().stream())
                        .map(path -> path.getBackend())))
        .flatMap(backend -> fault(backend.getService()).stream());
  }

  private Optional<String> fault(IngressServiceBackend backend) {
    var service = service(backend.getName());
    if (service.isEmpty()) {
      return Optional.of("Ingress: " + backend.getName() + " is no Service");
    }
    var port = backend.getPort();
    var known =
        service.get().getSpec().getPorts().stream()
            .anyMatch(
                open ->
                    port.getName() == null
                        ? open.getPort().equals(port.getNumber())
                        : port.getName().equals(open.getName()));
    return known
        ? Optional.empty()
        : Optional.of(
            "Ingress: %s has no port %s"
                .formatted(
                    backend.getName(),
                    Optional.ofNullable(port.getName()).orElse("" + port.getNumber())));
  }

  private Stream<String> ofMetrics() {
    return rendered.custom("ServiceMonitor").stream().flatMap(this::ofMetrics);
  }

  private Stream<String> ofMetrics(GenericKubernetesResource monitor) {
    Map<String, String> labels = monitor.get("spec", "selector", "matchLabels");
    var selected =
        services.stream()
            .filter(
                service ->
                    service.getMetadata().getLabels().entrySet().containsAll(labels.entrySet()))
            .toList();
    return selected.isEmpty()
        ? Stream.of("ServiceMonitor: selects no Service")
        : monitor.<List<Map<String, Object>>>get("spec", "endpoints").stream()
            .map(endpoint -> String.valueOf(endpoint.get("port")))
            .flatMap(port -> withoutPort(selected, port));
  }

  private static Stream<String> withoutPort(List<Service> selected, String name) {
    return selected.stream()
        .filter(
            service ->
                service.getSpec().getPorts().stream()
                    .noneMatch(port -> name.equals(port.getName())))
        .map(service -> service.getMetadata().getName())
        .map(service -> "ServiceMonitor: " + service + " has no port " + name);
  }

  private Optional<Service> service(@Nullable String name) {
    return services.stream()
        .filter(service -> service.getMetadata().getName().equals(name))
        .findFirst();
  }
}
