package io.caseclock.wiring;

import io.caseclock.consume.jdbc.DeadLetterGauges;
import io.caseclock.consume.jdbc.DeadLetterTable;
import io.caseclock.consume.kafka.BacklogHealth;
import io.caseclock.consume.kafka.BatchProcessor;
import io.caseclock.consume.kafka.ConsumerFactory;
import io.caseclock.consume.kafka.ConsumerLoop;
import io.caseclock.consume.kafka.ConsumerLoops;
import io.caseclock.consume.kafka.ConsumerSettings;
import io.caseclock.consume.kafka.DatabaseRetry;
import io.caseclock.consume.kafka.DeadLetters;
import io.caseclock.consume.kafka.Replay;
import io.caseclock.consume.kafka.TopicConsumer;
import io.caseclock.consume.kafka.TopicConsumers;
import io.caseclock.jdbc.OutboxGauges;
import io.caseclock.time.Backoff;
import io.caseclock.trace.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reads the topics of a service as long as it runs. A service that consumes produces its {@link
 * DeadLetters}, which bear its name, and its {@link TopicConsumers}.
 */
public class ConsumerWiring {

  @Produces
  @Singleton
  DatabaseRetry databaseRetry(ConsumerConfig config, MeterRegistry meters) {
    return new DatabaseRetry(backoff(config), meters);
  }

  @Produces
  @Singleton
  BatchProcessor batches(DatabaseRetry retry, Instance<DeadLetters> deadLetters, Tracing tracing) {
    return new BatchProcessor(retry, deadLetters.get(), tracing);
  }

  @Produces
  @Singleton
  DeadLetterTable deadLetterTable(DataSource dataSource) {
    return new DeadLetterTable(dataSource);
  }

  @Produces
  @Singleton
  MeterBinder openDeadLetters(DeadLetterTable table, ConsumerConfig config) {
    return new DeadLetterGauges(table, List.copyOf(config.channels().keySet()));
  }

  @Produces
  @Singleton
  Replay replay(DeadLetterTable table, Instance<TopicConsumers> consumers, InstantSource clock) {
    return new Replay(table, in(consumers), clock);
  }

  @Produces
  @Singleton
  ConsumerLoops channels(
      ConsumerConfig config,
      Instance<TopicConsumers> consumers,
      @Identifier("default-kafka-broker") Map<String, Object> brokers,
      MeterRegistry meters) {
    var connect = ConsumerFactory.to(brokers, meters);
    return new ConsumerLoops(
        in(consumers).all().stream()
            .map(topic -> new ConsumerLoop(topic, settings(config, topic), connect))
            .toList());
  }

  @Produces
  @Readiness
  @Singleton
  HealthCheck backlog(ConsumerLoops channels, OutboxGauges outbox) {
    return new BacklogHealth(channels, outbox::oldestAge, InstantSource.system());
  }

  private static ConsumerSettings settings(ConsumerConfig config, TopicConsumer topic) {
    var channel = config.channels().get(topic.topic());
    if (channel == null) {
      throw Setting.refused(
          "caseclock.consumer.channels." + topic.topic() + ".group", "is not set");
    }
    return new ConsumerSettings(channel.group(), channel.batch(), backoff(config));
  }

  private static Backoff backoff(ConsumerConfig config) {
    return Setting.of(
        "caseclock.consumer", () -> new Backoff(config.firstPause(), config.longestPause()));
  }

  private static TopicConsumers in(Instance<TopicConsumers> consumers) {
    return consumers.isResolvable() ? consumers.get() : new TopicConsumers(List.of());
  }

  void start(
      @Observes StartupEvent event,
      ConsumerLoops channels,
      DatabaseRetry retry,
      MeterRegistry meters) {
    channels.bindTo(meters, InstantSource.system());
    retry.countFailuresOf(channels.states().keySet());
    channels.start();
  }

  /** First what waits gives up, then the channels end. */
  void stop(@Observes ShutdownEvent event, DatabaseRetry retry, ConsumerLoops channels) {
    retry.close();
    channels.close();
  }
}
