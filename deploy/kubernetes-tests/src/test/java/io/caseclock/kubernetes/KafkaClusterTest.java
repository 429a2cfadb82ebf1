package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.nodepool.ProcessRoles;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Kafka by Strimzi: that it knows what we ask for, and that each service may do what it does. */
class KafkaClusterTest {

  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.of(
          "Kafka", Kafka.class,
          "KafkaNodePool", KafkaNodePool.class,
          "KafkaTopic", KafkaTopic.class,
          "KafkaUser", KafkaUser.class);

  @ParameterizedTest
  @EnumSource
  void strimzi_knows_every_field(ValueSet set) {
    assertThat(unknown(Operators.rendered(set))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "kraftMetadata: shared, kraftMetadatas: shared, kraftMetadatas",
    "networkPolicyPeers:, networkPeers:, networkPeers",
    "patternType: literal, pattern: literal, pattern",
    "userOperator:, usersOperator:, usersOperator",
    "topicName:, topicsName:, topicsName",
  })
  void a_misspelt_field_is_found(String right, String wrong, String told) {
    assertThat(unknown(Operators.rendered(ValueSet.PROVINCE).with(right, wrong)))
        .anySatisfy(field -> assertThat(field).endsWith("." + told));
  }

  @ParameterizedTest
  @EnumSource
  void a_service_may_do_with_topics_and_groups_what_it_does_and_nothing_else(Service service) {
    var used = UsedTopics.of(service);
    var expected = new TreeMap<String, Set<String>>();
    used.written().forEach(topic -> may(expected, "topic " + topic, "DESCRIBE", "WRITE"));
    used.read().keySet().forEach(topic -> may(expected, "topic " + topic, "DESCRIBE", "READ"));
    used.read().values().forEach(group -> may(expected, "group " + group, "READ"));

    assertThat(expected).isNotEmpty();
    assertThat(allowed(user(Operators.rendered(ValueSet.PROVINCE), service))).isEqualTo(expected);
  }

  @Test
  void only_over_tls_and_only_by_users_with_rules_of_their_own() {
    var spec = only(Operators.rendered(ValueSet.PROVINCE), Kafka.class).getSpec().getKafka();

    assertThat(spec.getAuthorization().getType()).isEqualTo("simple");
    assertThat(spec.getListeners())
        .allSatisfy(
            listener -> {
              assertThat(listener.isTls()).isTrue();
              assertThat(listener.getAuth().getType()).isEqualTo("scram-sha-512");
              assertThat(listener.getNetworkPolicyPeers()).isNotEmpty();
            })
        .hasSize(1);
  }

  @Test
  void each_node_is_a_broker_and_a_controller_and_keeps_its_volume() {
    var rendered = Operators.rendered(ValueSet.PROVINCE);
    var pool = only(rendered, KafkaNodePool.class);

    assertThat(pool.getSpec().getRoles())
        .containsExactlyInAnyOrder(ProcessRoles.BROKER, ProcessRoles.CONTROLLER);
    assertThat(pool.getSpec().getReplicas()).isEqualTo(3);
    assertThat(pool.getMetadata().getLabels())
        .containsEntry("strimzi.io/cluster", only(rendered, Kafka.class).getMetadata().getName());
    for (var object : List.of(pool, only(rendered, Kafka.class))) {
      assertThat(object.getMetadata().getAnnotations())
          .containsEntry("helm.sh/resource-policy", "keep");
      // Strimzi hands labels on to its pods: one that changes would replace them.
      assertThat(object.getMetadata().getLabels()).doesNotContainKey("helm.sh/chart");
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "3, 3, 2", "5, 3, 2"})
  void as_many_copies_are_kept_as_nodes_can_hold(int nodes, int copies, int inSync) {
    var rendered =
        Rendered.of(
            Operators.template(ValueSet.ONE_MACHINE).set("kafkaCluster.nodes", nodes).call());

    assertThat(only(rendered, Kafka.class).getSpec().getKafka().getConfig())
        .containsEntry("default.replication.factor", copies)
        .containsEntry("offsets.topic.replication.factor", copies)
        .containsEntry("min.insync.replicas", inSync)
        .containsEntry("auto.create.topics.enable", false);
  }

  @ParameterizedTest
  @EnumSource
  void a_service_signs_in_as_its_user_by_a_password(Service service) {
    var rendered = Operators.rendered(ValueSet.PROVINCE);

    assertThat(user(rendered, service).getSpec().getAuthentication().getType())
        .isEqualTo("scram-sha-512");
    assertThat(rendered.variable(service, "KAFKA_SECURITY_PROTOCOL")).isEqualTo("SASL_SSL");
    assertThat(rendered.variable(service, "KAFKA_BOOTSTRAP_SERVERS"))
        .isEqualTo("kafka-kafka-bootstrap.caseclock.svc:9093");
    assertThat(secretsOfKafka(rendered, service))
        .containsExactly(
            "KAFKA_SASL_JAAS_CONFIG caseclock-" + service.component() + "/sasl.jaas.config",
            "KAFKA_SSL_TRUSTSTORE_CERTIFICATES kafka-cluster-ca-cert/ca.crt");
  }

  @ParameterizedTest
  @EnumSource
  void a_service_signs_in_as_its_user_by_a_certificate(Service service) {
    var rendered = Operators.rendered(ValueSet.PROVINCE, "tls");
    var user = "caseclock-" + service.component();

    assertThat(user(rendered, service).getSpec().getAuthentication().getType()).isEqualTo("tls");
    assertThat(rendered.variable(service, "KAFKA_SECURITY_PROTOCOL")).isEqualTo("SSL");
    assertThat(secretsOfKafka(rendered, service))
        .containsExactly(
            "KAFKA_SSL_KEYSTORE_CERTIFICATE_CHAIN " + user + "/user.crt",
            "KAFKA_SSL_KEYSTORE_KEY " + user + "/user.key",
            "KAFKA_SSL_TRUSTSTORE_CERTIFICATES kafka-cluster-ca-cert/ca.crt");
  }

  @Test
  void what_cannot_work_is_refused_by_name() {
    assertThatThrownBy(() -> with("kafkaTopics.enabled", false))
        .hasMessageContaining("set kafkaTopics.enabled too");
    assertThatThrownBy(() -> with("kafka.replication", 4))
        .hasMessageContaining("kafka.replication: 4 copies need as many nodes");
    assertThatThrownBy(() -> with("kafkaCluster.nodes", 2))
        .hasMessageContaining("/kafkaCluster/nodes");
    assertThatThrownBy(() -> with("kafkaCluster.authentication", "plain"))
        .hasMessageContaining("/kafkaCluster/authentication");
  }

  private static String with(String key, Object value) {
    return Operators.template(ValueSet.PROVINCE).set(key, value).call();
  }

  private static void may(Map<String, Set<String>> rules, String what, String... operations) {
    rules.computeIfAbsent(what, any -> new TreeSet<>()).addAll(List.of(operations));
  }

  private static Map<String, Set<String>> allowed(KafkaUser user) {
    var simple = (KafkaUserAuthorizationSimple) user.getSpec().getAuthorization();
    var allowed = new TreeMap<String, Set<String>>();
    for (var rule : simple.getAcls()) {
      var operations = rule.getOperations().stream().map(Enum::name).toArray(String[]::new);
      may(allowed, resource(rule), operations);
    }
    return allowed;
  }

  /** One topic or group by its whole name; whatever is wider is no such thing. */
  private static String resource(AclRule rule) {
    return switch (rule.getResource()) {
      case AclRuleTopicResource topic -> "topic " + topic.getName() + wider(topic.getPatternType());
      case AclRuleGroupResource group -> "group " + group.getName() + wider(group.getPatternType());
      default -> rule.getResource().getType();
    };
  }

  private static String wider(Enum<?> pattern) {
    return pattern.name().equals("LITERAL") ? "" : " and more";
  }

  private static List<String> secretsOfKafka(Rendered rendered, Service service) {
    return Rendered.container(rendered.deployment(service)).getEnv().stream()
        .filter(variable -> variable.getName().startsWith("KAFKA_"))
        .filter(variable -> variable.getValueFrom() != null)
        .map(variable -> variable.getName() + " " + place(variable))
        .sorted()
        .toList();
  }

  private static String place(EnvVar variable) {
    SecretKeySelector secret = variable.getValueFrom().getSecretKeyRef();
    return secret.getName() + "/" + secret.getKey();
  }

  private static KafkaUser user(Rendered rendered, Service service) {
    return read(rendered, KafkaUser.class)
        .filter(user -> user.getMetadata().getName().equals("caseclock-" + service.component()))
        .findFirst()
        .orElseThrow();
  }

  private static <T extends HasMetadata> T only(Rendered rendered, Class<T> kind) {
    var all = read(rendered, kind).toList();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static List<String> unknown(Rendered rendered) {
    return KINDS.values().stream()
        .flatMap(kind -> read(rendered, kind))
        .flatMap(object -> UnknownFields.of(object).stream())
        .toList();
  }

  private static <T extends HasMetadata> Stream<T> read(Rendered rendered, Class<T> kind) {
    var found =
        rendered.custom(kind.getSimpleName()).stream()
            .map(object -> Serialization.unmarshal(Serialization.asJson(object), kind))
            .collect(Collectors.toList());
    assertThat(found).isNotEmpty();
    return found.stream();
  }
}
