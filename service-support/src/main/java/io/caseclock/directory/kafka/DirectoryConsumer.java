package io.caseclock.directory.kafka;

import io.caseclock.consume.kafka.Batches;
import io.caseclock.consume.kafka.Consumed;
import io.caseclock.consume.kafka.TopicConsumer;
import io.caseclock.contract.Topics;
import io.caseclock.directory.Directory;
import io.caseclock.wire.DirectoryEventWire;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The newest word on each unit, post and absence holds. */
public final class DirectoryConsumer implements TopicConsumer {

  private final Directory directory;
  private final Batches batches;

  public DirectoryConsumer(Directory directory, Batches batches) {
    this.directory = directory;
    this.batches = batches;
  }

  @Override
  public String topic() {
    return Topics.DIRECTORY;
  }

  @Override
  public void take(List<ConsumerRecord<byte[], byte[]>> records) {
    batches.take(
        records,
        DirectoryEventWire::read,
        news ->
            QuarkusTransaction.requiringNew()
                .run(() -> directory.apply(news.stream().map(Consumed::event).toList())));
  }
}
