package io.caseclock.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Brokers in JVMs of their own that keep copies of each other's records. Of three, any one may be
 * killed and the other two go on.
 */
public final class KafkaCluster implements AutoCloseable {

  private final List<KafkaBrokerProcess> brokers;

  private KafkaCluster(List<KafkaBrokerProcess> brokers) {
    this.brokers = List.copyOf(brokers);
  }

  /**
   * Returns a cluster that is not started yet.
   *
   * @param root of the first broker; the others have a directory in it
   * @param port of the first broker, 0 for any free one; the others have free ones
   */
  public static KafkaCluster in(Path root, int port, int size) {
    if (size == 1) {
      return new KafkaCluster(List.of(KafkaBrokerProcess.in(root, port)));
    }
    var controllers = Stream.generate(FreePort::any).limit(size).toList();
    return new KafkaCluster(
        IntStream.rangeClosed(1, size)
            .mapToObj(
                id ->
                    KafkaBrokerProcess.in(
                        id == 1 ? root : root.resolve("broker-" + id),
                        new KafkaNode(
                            id, id == 1 && port != 0 ? port : FreePort.any(), controllers)))
            .toList());
  }

  /** Starts all brokers at once and returns when each answers; none is left when one does not. */
  public KafkaCluster start() {
    try {
      brokers.forEach(KafkaBrokerProcess::launch);
      brokers.forEach(KafkaBrokerProcess::awaitReady);
      return this;
    } catch (EmbeddedServerException e) {
      close();
      throw e;
    }
  }

  /** Returns the addresses of all brokers, so that a client finds the others when one is away. */
  public String bootstrapServers() {
    return brokers.stream()
        .map(KafkaBrokerProcess::bootstrapServers)
        .collect(Collectors.joining(","));
  }

  public List<KafkaBrokerProcess> brokers() {
    return brokers;
  }

  /**
   * Returns a broker.
   *
   * @param id as Kafka's own metadata name it, counted from 1
   */
  public KafkaBrokerProcess broker(int id) {
    return brokers.get(id - 1);
  }

  /** Asks all at once: the last one alone would wait for the others. */
  @Override
  public void close() {
    brokers.forEach(KafkaBrokerProcess::askToEnd);
    brokers.forEach(KafkaBrokerProcess::close);
  }
}
