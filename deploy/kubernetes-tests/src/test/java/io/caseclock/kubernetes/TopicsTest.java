package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.Topics;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The topics that the chart declares and the groups whose lag it asks, against the code. */
class TopicsTest {

  private static final Rendered PROVINCE = Chart.rendered(ValueSet.PROVINCE);

  @Test
  void exactly_the_topics_of_the_code_are_declared() throws IllegalAccessException {
    var expected = new HashSet<>(Topics.deadLetters());
    for (var constant : Topics.class.getFields()) {
      if (constant.getType().equals(String.class) && !isAConsumer(constant)) {
        expected.add((String) constant.get(null));
      }
    }

    assertThat(names()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void the_directory_is_compacted_and_in_order_and_the_levels_are_compacted() {
    for (var topic : PROVINCE.custom("KafkaTopic")) {
      var isDirectory = topic.getMetadata().getName().equals(Topics.DIRECTORY);
      var isCompacted = isDirectory || topic.getMetadata().getName().equals(Topics.CASE_LEVELS);
      assertThat(topic.<Object>get("spec", "topicName")).isEqualTo(topic.getMetadata().getName());
      assertThat(number(topic, "partitions")).isEqualTo(isDirectory ? 1 : 12);
      assertThat(number(topic, "replicas")).isEqualTo(3);
      assertThat(topic.<Object>get("spec", "config"))
          .isEqualTo(isCompacted ? Map.of("cleanup.policy", "compact") : null);
    }
  }

  @Test
  void what_is_declared_is_not_made_by_intake() {
    assertThat(PROVINCE.variable(Service.INTAKE, "CASECLOCK_TOPICS_CREATE")).isEqualTo("false");
    assertThat(Chart.rendered(ValueSet.OFFLINE).variable(Service.INTAKE, "CASECLOCK_TOPICS_CREATE"))
        .isEqualTo("true");
  }

  @Test
  void lag_is_asked_of_the_groups_in_which_the_services_read() {
    for (var scaler : PROVINCE.custom("ScaledObject")) {
      var service = service(scaler);
      var triggers = scaler.<List<Map<String, Map<String, String>>>>get("spec", "triggers");
      assertThat(triggers).isNotEmpty();
      for (var trigger : triggers) {
        var asked = trigger.getOrDefault("metadata", Map.of());
        assertThat(asked)
            .containsEntry("consumerGroup", group(service, asked.getOrDefault("topic", "")))
            .containsEntry(
                "bootstrapServers", PROVINCE.variable(service, "KAFKA_BOOTSTRAP_SERVERS"));
      }
    }
  }

  private static String group(Service service, String topic) {
    return service
        .properties()
        .getProperty("caseclock.consumer.channels." + topic + ".group", "no group reads " + topic);
  }

  private static Service service(GenericKubernetesResource object) {
    return Arrays.stream(Service.values())
        .filter(service -> service.isMeantBy(object.getMetadata().getLabels()))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> names() {
    var names = new HashSet<String>();
    PROVINCE.custom("KafkaTopic").forEach(topic -> names.add(topic.getMetadata().getName()));
    return names;
  }

  private static int number(GenericKubernetesResource topic, String field) {
    return topic.<Number>get("spec", field).intValue();
  }

  /** Consumers stand in the names of dead-letter topics, and are none themselves. */
  private static boolean isAConsumer(Field constant) {
    return constant.getName().equals("MONITOR") || constant.getName().equals("NOTIFICATION");
  }
}
