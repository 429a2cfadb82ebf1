package io.caseclock.bench.stack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads what comes on a topic from now on, in a thread of its own, as any other service would. */
public final class TopicReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);

  /** What is done with each record. */
  @FunctionalInterface
  public interface Read {

    /**
     * @param nanos when it was read, as {@link System#nanoTime()} counts
     */
    void read(ConsumerRecord<String, byte[]> record, long nanos);
  }

  private final CountDownLatch stopped = new CountDownLatch(1);
  private final KafkaConsumer<String, byte[]> consumer;
  private final Thread thread;
  private volatile @Nullable RuntimeException failure; // written by the reading thread

  /** Returns once nothing that comes is missed. */
  public TopicReader(String brokers, String topic, Read read) {
    consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    var partitions = partitions(topic);
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position); // asks for the end now, and not at the first poll
    thread = new Thread(() -> run(read), "read-" + topic);
    thread.setDaemon(true);
    thread.start();
  }

  private List<TopicPartition> partitions(String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }

  private void run(Read read) {
    try (consumer) {
      while (stopped.getCount() > 0) {
        var records = consumer.poll(POLL);
        var nanos = System.nanoTime();
        records.forEach(record -> read.read(record, nanos));
      }
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  /** Fails where reading did. */
  @Override
  public void close() throws InterruptedException {
    stopped.countDown();
    thread.join();
    var thrown = failure;
    if (thrown != null) {
      throw new IllegalStateException("the topic could not be read", thrown);
    }
  }
}
