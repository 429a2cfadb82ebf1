package io.caseclock.intake.wiring;

import io.caseclock.intake.journal.kafka.MissingTopics;
import io.caseclock.outbox.BeforeSending;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/** Makes missing topics: tried at start, and before anything is sent until it has worked. */
public class TopicWiring {

  @Produces
  @Singleton
  BeforeSending missingTopics(
      IntakeConfig config, @Identifier("default-kafka-broker") Map<String, Object> brokers) {
    var topics = config.topics();
    return topics.create()
        ? new MissingTopics(brokers, topics.partitions(), topics.replication())::create
        : BeforeSending.NOTHING;
  }

  void start(@Observes StartupEvent event, BeforeSending topics) {
    Thread.ofVirtual().name("missing-topics").start(topics::run);
  }
}
