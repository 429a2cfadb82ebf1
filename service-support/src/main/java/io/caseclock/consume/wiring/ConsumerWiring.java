package io.caseclock.consume.wiring;

import io.caseclock.consume.jdbc.DeadLetterTable;
import io.caseclock.consume.jdbc.OpenDeadLetters;
import io.caseclock.consume.kafka.Batches;
import io.caseclock.consume.kafka.ChannelLoop;
import io.caseclock.consume.kafka.ChannelSettings;
import io.caseclock.consume.kafka.Channels;
import io.caseclock.consume.kafka.Connect;
import io.caseclock.consume.kafka.DeadLetters;
import io.caseclock.consume.kafka.Patience;
import io.caseclock.consume.kafka.Replay;
import io.caseclock.consume.kafka.TopicConsumer;
import io.caseclock.consume.kafka.TopicConsumers;
import io.caseclock.time.Backoff;
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

/**
 * Reads the topics of a service as long as it runs. A service that consumes produces its {@link
 * DeadLetters}, which bear its name, and its {@link TopicConsumers}.
 */
public class ConsumerWiring {

  @Produces
  @Singleton
  Patience patience(ConsumerConfig config, MeterRegistry meters) {
    return new Patience(backoff(config), meters);
  }

  @Produces
  @Singleton
  Batches batches(Patience patience, Instance<DeadLetters> deadLetters) {
    return new Batches(patience, deadLetters.get());
  }

  @Produces
  @Singleton
  DeadLetterTable deadLetterTable(DataSource dataSource) {
    return new DeadLetterTable(dataSource);
  }

  @Produces
  @Singleton
  MeterBinder openDeadLetters(DeadLetterTable table, ConsumerConfig config) {
    return new OpenDeadLetters(table, List.copyOf(config.channels().keySet()));
  }

  @Produces
  @Singleton
  Replay replay(DeadLetterTable table, Instance<TopicConsumers> consumers, InstantSource clock) {
    return new Replay(table, in(consumers), clock);
  }

  @Produces
  @Singleton
  Channels channels(
      ConsumerConfig config,
      Instance<TopicConsumers> consumers,
      @Identifier("default-kafka-broker") Map<String, Object> brokers,
      MeterRegistry meters) {
    var connect = Connect.to(brokers, meters);
    return new Channels(
        in(consumers).all().stream()
            .map(topic -> new ChannelLoop(topic, settings(config, topic), connect))
            .toList());
  }

  private static ChannelSettings settings(ConsumerConfig config, TopicConsumer topic) {
    var channel = config.channels().get(topic.topic());
    if (channel == null) {
      throw new IllegalStateException(
          "caseclock.consumer.channels." + topic.topic() + ".group is not set");
    }
    return new ChannelSettings(channel.group(), channel.batch(), backoff(config));
  }

  private static Backoff backoff(ConsumerConfig config) {
    return new Backoff(config.firstPause(), config.longestPause());
  }

  private static TopicConsumers in(Instance<TopicConsumers> consumers) {
    return consumers.isResolvable() ? consumers.get() : new TopicConsumers(List.of());
  }

  void start(@Observes StartupEvent event, Channels channels, MeterRegistry meters) {
    channels.bindTo(meters);
    channels.start();
  }

  /** First what waits gives up, then the channels end. */
  void stop(@Observes ShutdownEvent event, Patience patience, Channels channels) {
    patience.close();
    channels.close();
  }
}
