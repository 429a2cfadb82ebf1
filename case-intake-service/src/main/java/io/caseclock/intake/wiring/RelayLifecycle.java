package io.caseclock.intake.wiring;

import io.caseclock.intake.journal.jdbc.PublicationTable;
import io.caseclock.intake.journal.kafka.MissingTopics;
import io.caseclock.intake.journal.kafka.PatientSender;
import io.caseclock.outbox.KafkaOutboxSender;
import io.caseclock.outbox.OutboxRelay;
import io.caseclock.outbox.RelayLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;

/** Runs the outbox's relay as long as the service runs. */
@Singleton
public class RelayLifecycle {

  private final MissingTopics topics;
  private final PatientSender sender;
  private final RelayLoop loop;
  private final boolean createTopics;

  RelayLifecycle(
      IntakeConfig config,
      DataSource dataSource,
      InstantSource clock,
      @Identifier("default-kafka-broker") Map<String, Object> brokers) {
    var outbox = config.outbox();
    createTopics = config.topics().create();
    topics =
        new MissingTopics(brokers, config.topics().partitions(), config.topics().replication());
    sender =
        new PatientSender(
            () -> new KafkaOutboxSender(brokers, outbox.sendTimeout()), this::makeTopics);
    var relay =
        new OutboxRelay(dataSource, sender, new PublicationTable(clock), outbox.batchSize());
    loop = new RelayLoop(relay, dataSource, outbox.pause());
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("missing-topics").start(this::makeTopics);
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.close();
    sender.close();
  }

  private void makeTopics() {
    if (createTopics) {
      topics.create();
    }
  }
}
