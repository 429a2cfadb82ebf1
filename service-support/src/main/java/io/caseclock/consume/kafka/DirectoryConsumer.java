package io.caseclock.consume.kafka;

import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.Topics;
import io.caseclock.wire.DirectoryEventWire;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The newest word on each unit, post and absence holds. */
public final class DirectoryConsumer implements TopicConsumer {

  private final Consumer<List<DirectoryEvent>> news;
  private final BatchProcessor batches;

  /**
   * @param news takes in what was told, in one transaction
   */
  public DirectoryConsumer(Consumer<List<DirectoryEvent>> news, BatchProcessor batches) {
    this.news = news;
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
        told ->
            QuarkusTransaction.requiringNew()
                .run(() -> news.accept(told.stream().map(Consumed::event).toList())));
  }
}
