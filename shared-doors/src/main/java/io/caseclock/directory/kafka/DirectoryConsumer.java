package io.caseclock.directory.kafka;

import io.caseclock.consume.kafka.Batches;
import io.caseclock.consume.kafka.Consumed;
import io.caseclock.directory.Directory;
import io.caseclock.wire.DirectoryEventWire;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The newest word on each unit, post and absence holds. Only in services that configure the
 * channel: intake writes the topic and reads none.
 */
@ApplicationScoped
@IfBuildProperty(name = "mp.messaging.incoming.directory.connector", stringValue = "smallrye-kafka")
public class DirectoryConsumer {

  private final Directory directory;
  private final Batches batches;

  DirectoryConsumer(Directory directory, Batches batches) {
    this.directory = directory;
    this.batches = batches;
  }

  @Incoming("directory")
  @Blocking
  void directory(ConsumerRecords<String, byte[]> records) {
    batches.take(
        records,
        DirectoryEventWire::read,
        news ->
            QuarkusTransaction.requiringNew()
                .run(() -> directory.apply(news.stream().map(Consumed::event).toList())));
  }
}
