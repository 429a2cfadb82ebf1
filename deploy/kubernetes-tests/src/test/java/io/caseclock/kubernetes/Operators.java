package io.caseclock.kubernetes;

import com.marcnuri.helm.TemplateCommand;
import io.caseclock.kubernetes.ValueSet.Values;
import java.util.List;
import java.util.Map;

/**
 * What is rendered where operators run the servers: Strimzi Kafka, and CloudNativePG PostgreSQL.
 */
final class Operators {

  private Operators() {}

  /** Each set of values with both servers, whose Secrets are not out of a store. */
  static TemplateCommand template(ValueSet set) {
    return Chart.template(set)
        .set("kafkaTopics.enabled", true)
        .set("kafkaCluster.enabled", true)
        .set("postgresqlCluster.enabled", true)
        .set("migrations.job.enabled", false)
        .set("externalSecrets.enabled", false);
  }

  static Rendered rendered(ValueSet set) {
    return Rendered.of(template(set).call());
  }

  /**
   * The same, with services that prove who they are in that way.
   *
   * @param authentication {@code scram-sha-512} or {@code tls}
   */
  static Rendered rendered(ValueSet set, String authentication) {
    return Rendered.of(template(set).set("kafkaCluster.authentication", authentication).call());
  }

  /** The values of the set, with the pods that operators start in the place of its servers. */
  @SuppressWarnings("unchecked")
  static Values values(ValueSet set) {
    var values = set.read();
    var policy = (Map<String, Object>) values.at("networkPolicy");
    policy.put(
        "kafka", pods(Map.of("strimzi.io/cluster", "kafka", "strimzi.io/name", "kafka-kafka")));
    policy.put("postgresql", pods(Map.of("cnpg.io/cluster", "caseclock-postgresql")));
    return values;
  }

  private static List<?> pods(Map<String, String> labels) {
    return List.of(Map.of("podSelector", Map.of("matchLabels", labels)));
  }
}
