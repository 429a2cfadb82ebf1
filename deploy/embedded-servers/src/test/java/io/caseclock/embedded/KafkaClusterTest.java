package io.caseclock.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaClusterTest {

  private static final String TOPIC = "case-events";

  @TempDir Path directory;

  @Test
  void a_record_is_on_three_brokers_and_two_of_them_confirm_the_next() throws Exception {
    try (var cluster = KafkaCluster.in(directory, 0, 3).start();
        var admin = Admin.create(settings(cluster));
        var producer =
            new KafkaProducer<>(
                settings(cluster), new StringSerializer(), new StringSerializer())) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) -1))).all().get();
      var first = producer.send(new ProducerRecord<>(TOPIC, "A1", "filed")).get();
      var topics = admin.describeTopics(List.of(TOPIC)).allTopicNames().get().values();
      var partition = topics.iterator().next().partitions().getFirst();

      cluster.broker(partition.leader().id()).kill();
      var second = producer.send(new ProducerRecord<>(TOPIC, "A1", "closed")).get();

      assertThat(partition.replicas()).extracting(Node::id).containsExactlyInAnyOrder(1, 2, 3);
      assertThat(second.offset()).isEqualTo(first.offset() + 1);
    }
  }

  @Test
  void one_alone_is_where_a_single_broker_is() {
    var alone = KafkaCluster.in(directory, 4711, 1);

    assertThat(alone.bootstrapServers()).isEqualTo("127.0.0.1:4711");
    assertThat(alone.broker(1).log()).isEqualTo(directory.resolve("kafka.log"));
  }

  private static Map<String, Object> settings(KafkaCluster cluster) {
    return Map.of("bootstrap.servers", cluster.bootstrapServers(), "acks", "all");
  }
}
