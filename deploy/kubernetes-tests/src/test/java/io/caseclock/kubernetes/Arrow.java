package io.caseclock.kubernetes;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A connection that the pods of a part of the release, a service or a job, may have.
 *
 * @param component the part
 * @param outward whether they open it
 * @param peer the other side
 * @param port of the side that is called, the first where there are several
 * @param lastPort the same, the last one
 */
record Arrow(
    String component,
    boolean outward,
    NetworkPolicyPeer peer,
    int port,
    int lastPort,
    String protocol) {

  private static final String COMPONENT = "app.kubernetes.io/component";

  /**
   * All that a policy allows to those of the pods that it selects, by whatever labels; a rule that
   * names no peer, or no port, allows too much.
   */
  static Stream<Arrow> allowedBy(NetworkPolicy policy, List<PodTemplateSpec> pods) {
    var spec = policy.getSpec();
    if (!spec.getEgress().isEmpty() && !spec.getPolicyTypes().contains("Egress")
        || !spec.getIngress().isEmpty() && !spec.getPolicyTypes().contains("Ingress")) {
      throw new IllegalStateException(policy.getMetadata().getName() + " has rules of no effect");
    }
    return pods.stream()
        .map(pod -> pod.getMetadata().getLabels())
        .filter(labels -> Selection.selects(spec.getPodSelector(), labels))
        .map(labels -> Objects.requireNonNull(labels.get(COMPONENT)))
        .flatMap(
            part ->
                Stream.concat(
                    spec.getEgress().stream()
                        .flatMap(rule -> arrows(part, true, rule.getTo(), rule.getPorts())),
                    spec.getIngress().stream()
                        .flatMap(rule -> arrows(part, false, rule.getFrom(), rule.getPorts()))));
  }

  /** One to each of the peers, as they stand in the values. */
  static Stream<Arrow> tcp(String component, boolean outward, Object peers, int port) {
    return each(component, outward, peers, port, "TCP");
  }

  static Stream<Arrow> each(
      String component, boolean outward, Object peers, int port, String protocol) {
    return ((List<?>) peers)
        .stream()
            .map(
                peer ->
                    Serialization.unmarshal(Serialization.asJson(peer), NetworkPolicyPeer.class))
            .map(peer -> new Arrow(component, outward, peer, port, port, protocol));
  }

  private static Stream<Arrow> arrows(
      String component,
      boolean outward,
      List<NetworkPolicyPeer> peers,
      List<NetworkPolicyPort> ports) {
    if (peers.isEmpty() || ports.isEmpty()) {
      throw new IllegalStateException("a rule for " + component + " lets everything through");
    }
    return peers.stream()
        .flatMap(peer -> ports.stream().map(port -> arrow(component, outward, peer, port)));
  }

  private static Arrow arrow(
      String component, boolean outward, NetworkPolicyPeer peer, NetworkPolicyPort port) {
    if (port.getPort() == null || port.getPort().getIntVal() == null) {
      throw new IllegalStateException("a rule for " + component + " names no number of a port");
    }
    int first = port.getPort().getIntVal();
    return new Arrow(
        component,
        outward,
        peer,
        first,
        Objects.requireNonNullElse(port.getEndPort(), first),
        Objects.requireNonNullElse(port.getProtocol(), "TCP"));
  }
}
