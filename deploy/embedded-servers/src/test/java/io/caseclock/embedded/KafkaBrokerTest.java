package io.caseclock.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

  private static final String TOPIC = "case-events";

  @TempDir Path directory;

  @Test
  void a_broker_in_this_process_delivers_what_was_produced() throws Exception {
    try (var broker = EmbeddedKafkaBroker.start(directory.resolve("data"), 0)) {
      produce(broker.bootstrapServers(), "filed");

      assertThat(consume(broker.bootstrapServers(), 1)).containsExactly("filed");
    }
  }

  @Test
  void a_broker_of_its_own_keeps_what_it_acknowledged_when_it_is_killed() throws Exception {
    try (var broker = KafkaBrokerProcess.ephemeral().start()) {
      produce(broker.bootstrapServers(), "filed");
      var first = broker.handle();

      broker.kill();
      broker.start();
      produce(broker.bootstrapServers(), "closed");

      assertThat(first.isAlive()).isFalse();
      assertThat(consume(broker.bootstrapServers(), 2)).containsExactly("filed", "closed");
    }
  }

  @Test
  void a_stopped_broker_is_gone() {
    var broker = KafkaBrokerProcess.ephemeral().start();

    broker.close();

    assertThat(broker.isAlive()).isFalse();
    assertThat(broker.log()).doesNotExist();
    assertThat(FreePort.isTaken(broker.port())).isFalse();
  }

  @Test
  void a_taken_port_is_named() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var port = taken.getLocalPort();

      assertThatThrownBy(() -> KafkaBrokerProcess.in(directory, port).start())
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessage("Port " + port + " for Kafka is taken by another program.");
    }
  }

  private static void produce(String bootstrapServers, String value)
      throws InterruptedException, ExecutionException {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", "0");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, "A1", value)).get();
    }
  }

  private static List<String> consume(String bootstrapServers, int count) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "group.id", "reader",
            "auto.offset.reset", "earliest");
    var values = new ArrayList<String>();
    var giveUp = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      while (values.size() < count && System.nanoTime() < giveUp) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }
}
