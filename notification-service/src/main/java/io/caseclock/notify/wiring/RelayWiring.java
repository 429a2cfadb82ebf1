package io.caseclock.notify.wiring;

import io.caseclock.outbox.AfterPublish;
import io.caseclock.outbox.KafkaOutboxSender;
import io.caseclock.outbox.OutboxRelay;
import io.caseclock.outbox.RelayLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Keeps the outbox empty while the service runs. */
@ApplicationScoped
public class RelayWiring {

  private final DataSource dataSource;
  private final Map<String, Object> kafka;
  private final NotifyConfig config;
  // written at start and read at stop, by the framework's one thread each
  private volatile @Nullable KafkaOutboxSender sender;
  private volatile @Nullable RelayLoop loop;

  @Inject
  RelayWiring(
      DataSource dataSource,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      NotifyConfig config) {
    this.dataSource = dataSource;
    this.kafka = kafka;
    this.config = config;
  }

  void start(@Observes StartupEvent started) {
    var relay = config.relay();
    var opened = new KafkaOutboxSender(kafka, relay.timeout());
    sender = opened;
    var running =
        new RelayLoop(
            new OutboxRelay(dataSource, opened, AfterPublish.NOTHING, relay.batch()),
            dataSource,
            relay.pause());
    running.start();
    loop = running;
  }

  void stop(@Observes ShutdownEvent stopping) {
    if (loop != null) {
      loop.close();
    }
    if (sender != null) {
      sender.close();
    }
  }
}
