package io.caseclock.kubernetes;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A connection that the pods of a service may have.
 *
 * @param outward whether they open it
 * @param peer the other side
 * @param port of the side that is called
 */
record Arrow(Service service, boolean outward, NetworkPolicyPeer peer, int port, String protocol) {

  /** All that a policy allows; a rule that names no peer, or no port, allows too much. */
  static Stream<Arrow> allowedBy(NetworkPolicy policy) {
    var labels = policy.getSpec().getPodSelector().getMatchLabels();
    return Arrays.stream(Service.values())
        .filter(service -> service.isMeantBy(labels))
        .flatMap(
            service ->
                Stream.concat(
                    policy.getSpec().getEgress().stream()
                        .flatMap(rule -> arrows(service, true, rule.getTo(), rule.getPorts())),
                    policy.getSpec().getIngress().stream()
                        .flatMap(rule -> arrows(service, false, rule.getFrom(), rule.getPorts()))));
  }

  /** One to each of the peers, as they stand in the values. */
  static Stream<Arrow> tcp(Service service, boolean outward, Object peers, int port) {
    return each(service, outward, peers, port, "TCP");
  }

  static Stream<Arrow> each(
      Service service, boolean outward, Object peers, int port, String protocol) {
    return ((List<?>) peers)
        .stream()
            .map(
                peer ->
                    Serialization.unmarshal(Serialization.asJson(peer), NetworkPolicyPeer.class))
            .map(peer -> new Arrow(service, outward, peer, port, protocol));
  }

  private static Stream<Arrow> arrows(
      Service service,
      boolean outward,
      List<NetworkPolicyPeer> peers,
      List<NetworkPolicyPort> ports) {
    if (peers.isEmpty() || ports.isEmpty()) {
      throw new IllegalStateException("a rule for " + service + " lets everything through");
    }
    return peers.stream()
        .flatMap(
            peer ->
                ports.stream()
                    .map(
                        port ->
                            new Arrow(
                                service,
                                outward,
                                peer,
                                port.getPort().getIntVal(),
                                port.getProtocol())));
  }
}
