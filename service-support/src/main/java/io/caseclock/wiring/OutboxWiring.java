package io.caseclock.wiring;

import io.caseclock.jdbc.OutboxGauges;
import io.caseclock.outbox.AfterPublish;
import io.caseclock.outbox.BeforeSending;
import io.caseclock.outbox.KafkaOutboxSender;
import io.caseclock.outbox.LazyOutboxSender;
import io.caseclock.outbox.OutboxRelay;
import io.caseclock.outbox.RelayLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Keeps the outbox empty as long as the service runs. A service that has an {@link AfterPublish} or
 * a {@link BeforeSending} of its own only has to produce it.
 */
@Singleton
public class OutboxWiring {

  private final LazyOutboxSender sender;
  private final RelayLoop loop;

  OutboxWiring(
      OutboxConfig config,
      DataSource dataSource,
      Instance<AfterPublish> afterPublish,
      Instance<BeforeSending> beforeSending,
      @Identifier("default-kafka-broker") Map<String, Object> brokers) {
    sender =
        new LazyOutboxSender(
            () -> new KafkaOutboxSender(brokers, config.sendTimeout()),
            beforeSending.isResolvable() ? beforeSending.get() : BeforeSending.NOTHING);
    var relay =
        new OutboxRelay(
            dataSource,
            sender,
            afterPublish.isResolvable() ? afterPublish.get() : AfterPublish.NOTHING,
            config.batchSize());
    loop = new RelayLoop(relay, dataSource, config.pause());
  }

  @Produces
  @Singleton
  static OutboxGauges outboxBacklog(DataSource dataSource, InstantSource clock) {
    return new OutboxGauges(dataSource, clock);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.close();
    sender.close();
  }
}
