package io.caseclock.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Objects of the Prometheus operator and of KEDA, as much of each as we use: read strictly, so that
 * whatever else is rendered is found.
 */
final class OperatorKinds {

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private static final Map<String, Class<?>> KINDS =
      Map.of(
          "keda.sh/v1alpha1 ScaledObject", ScaledObject.class,
          "monitoring.coreos.com/v1 ServiceMonitor", ServiceMonitor.class,
          "monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class);

  /** One of its names is no name of Java. */
  private static final Set<String> OF_AN_ALERT =
      Set.of("alert", "expr", "for", "labels", "annotations");

  private OperatorKinds() {}

  /**
   * Scales by what waits in Kafka.
   *
   * @see <a href="https://keda.sh/docs/latest/reference/scaledobject-spec/">ScaledObject</a>
   * @see <a href="https://keda.sh/docs/latest/scalers/apache-kafka/">its trigger</a>
   */
  record ScaledObject(String apiVersion, String kind, Map<String, Object> metadata, Spec spec) {

    record Spec(
        Name scaleTargetRef, int minReplicaCount, int maxReplicaCount, List<Lag> triggers) {}

    record Name(String name) {}

    record Lag(String type, Kafka metadata, @Nullable Name authenticationRef) {}

    record Kafka(
        String bootstrapServers, String consumerGroup, String topic, String lagThreshold) {}
  }

  /**
   * Says where metrics are read.
   *
   * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/">API</a>
   */
  record ServiceMonitor(String apiVersion, String kind, Map<String, Object> metadata, Spec spec) {

    record Spec(Labels selector, List<String> targetLabels, List<Endpoint> endpoints) {}

    record Labels(Map<String, String> matchLabels) {}

    record Endpoint(String port, String path, String interval, Authorization authorization) {}

    record Authorization(String type, Key credentials) {}

    record Key(String name, String key) {}
  }

  /** Alerts, by the same reference. */
  record PrometheusRule(String apiVersion, String kind, Map<String, Object> metadata, Spec spec) {

    record Spec(List<Group> groups) {}

    record Group(String name, List<Map<String, Object>> rules) {}
  }

  /** The first field that the kind does not know; of kinds that are not ours to know nothing. */
  static Optional<String> unknownField(GenericKubernetesResource object) {
    var kind = KINDS.get(object.getApiVersion() + " " + object.getKind());
    if (kind == null) {
      return Optional.empty();
    }
    try {
      return STRICT.readValue(Serialization.asJson(object), kind) instanceof PrometheusRule rules
          ? unknownOfAlerts(rules)
          : Optional.empty();
    } catch (UnrecognizedPropertyException e) {
      return Optional.of(e.getPropertyName());
    }
  }

  private static Optional<String> unknownOfAlerts(PrometheusRule rules) {
    var fields =
        rules.spec().groups().stream()
            .flatMap(group -> group.rules().stream())
            .flatMap(rule -> rule.keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    fields.removeAll(OF_AN_ALERT);
    return fields.stream().findFirst();
  }
}
