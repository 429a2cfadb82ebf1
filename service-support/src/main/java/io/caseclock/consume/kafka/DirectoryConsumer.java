package io.caseclock.consume.kafka;

import io.caseclock.contract.Topics;
import io.caseclock.directory.Directory;
import io.caseclock.wire.DirectoryEventWire;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The newest word on each unit, post and absence holds. */
public final class DirectoryConsumer implements TopicConsumer {

  private final Directory directory;
  private final BatchProcessor batches;

  public DirectoryConsumer(Directory directory, BatchProcessor batches) {
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
