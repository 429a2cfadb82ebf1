package io.caseclock.embedded;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * An Apache Kafka broker inside this JVM: a KRaft node that is broker and controller, on the
 * loopback address, alone or one of a cluster. What it accepted stays in its directory.
 */
public final class EmbeddedKafkaBroker implements AutoCloseable {

  /** The nodes of a cluster are formatted apart, each with the cluster's id. */
  private static final Uuid CLUSTER = new Uuid(0x63617365L, 0x636c6f636bL);

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedKafkaBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker that is alone and returns once it answers.
   *
   * @param directory its log directory; made and formatted where it is absent
   * @param port 0 for any free one
   */
  public static EmbeddedKafkaBroker start(Path directory, int port) {
    return start(directory, KafkaNode.alone(port == 0 ? FreePort.any() : port));
  }

  /** Starts a node and returns once it answers, for which most of its cluster has to be there. */
  static EmbeddedKafkaBroker start(Path directory, KafkaNode node) {
    if (FreePort.isTaken(node.port())) {
      throw new EmbeddedServerException(
          "Port " + node.port() + " for Kafka is taken by another program.");
    }
    format(directory, node);
    var config = KafkaConfig.fromProps(settings(directory, node), false);
    var server = new KafkaRaftServer(config, Time.SYSTEM);
    server.startup();
    return new EmbeddedKafkaBroker(server, node.port());
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path directory, KafkaNode node) {
    if (Files.exists(directory.resolve("meta.properties"))) {
      return;
    }
    try {
      Files.createDirectories(directory);
      new Formatter()
          .setNodeId(node.id())
          .setClusterId(CLUSTER.toString())
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(directory.toString())
          .addDirectory(directory.toString())
          .setIgnoreFormatted(true)
          .setPrintStream(
              new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8))
          .run();
    } catch (Exception e) { // the formatter declares no narrower one
      throw unusable(directory, e);
    }
  }

  private static EmbeddedServerException unusable(Path directory, Exception e) {
    return new EmbeddedServerException(
        "The Kafka directory " + directory + " cannot be used: " + e.getMessage(), e);
  }

  private static Properties settings(Path directory, KafkaNode node) {
    var broker = "PLAINTEXT://127.0.0.1:" + node.port();
    var settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(node.id()));
    settings.put("controller.quorum.voters", node.voters());
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("listeners", broker + ",CONTROLLER://127.0.0.1:" + node.controllerPort());
    settings.put("advertised.listeners", broker);
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("inter.broker.listener.name", "PLAINTEXT");
    settings.put("log.dirs", directory.toString());
    copies(settings, node);
    quick(settings);
    small(settings);
    return settings;
  }

  private static void copies(Properties settings, KafkaNode node) {
    var copies = Integer.toString(node.copies());
    var confirmed = Integer.toString(node.copiesBeforeConfirmed());
    settings.put("default.replication.factor", copies);
    settings.put("min.insync.replicas", confirmed);
    settings.put("offsets.topic.replication.factor", copies);
    settings.put("transaction.state.log.replication.factor", copies);
    settings.put("transaction.state.log.min.isr", confirmed);
    settings.put("share.coordinator.state.topic.replication.factor", copies);
    settings.put("share.coordinator.state.topic.min.isr", confirmed);
  }

  private static void quick(Properties settings) {
    settings.put("group.initial.rebalance.delay.ms", "0");
    // a broker that was killed may register again only when its old session has run out
    settings.put("broker.session.timeout.ms", "2000");
    settings.put("broker.heartbeat.interval.ms", "500");
  }

  private static void small(Properties settings) {
    settings.put("num.partitions", "4");
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("share.coordinator.state.topic.num.partitions", "4");
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("log.segment.bytes", Integer.toString(32 * 1024 * 1024));
    settings.put("log.index.size.max.bytes", Integer.toString(1024 * 1024));
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
    settings.put("socket.request.max.bytes", Integer.toString(16 * 1024 * 1024));
    settings.put("group.min.session.timeout.ms", "1000");
    settings.put("controlled.shutdown.enable", "false");
  }
}
