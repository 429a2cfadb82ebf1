package io.caseclock.notify.delivery.kafka;

import io.caseclock.contract.DirectoryEvent;
import io.caseclock.directory.Directory;
import io.caseclock.notify.kafka.DeadLetters;
import io.caseclock.notify.kafka.FailureReason;
import io.caseclock.notify.kafka.Patience;
import io.caseclock.wire.DirectoryEventWire;
import io.caseclock.wire.MalformedRecordException;
import io.caseclock.wire.WireRecord;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Group {@code notification-directory}: the newest word on each unit and officer holds. */
@ApplicationScoped
public class DirectoryConsumer {

  private static final String CHANNEL = "directory";

  private final Directory directory;
  private final Patience patience;
  private final DeadLetters deadLetters;

  @Inject
  DirectoryConsumer(Directory directory, Patience patience, DeadLetters deadLetters) {
    this.directory = directory;
    this.patience = patience;
    this.deadLetters = deadLetters;
  }

  @Incoming(CHANNEL)
  @Blocking
  public void consume(ConsumerRecords<String, byte[]> polled) {
    List<DirectoryEvent> news = new ArrayList<>();
    polled.forEach(consumed -> read(consumed, news));
    if (!news.isEmpty()) {
      patience.inTransaction(CHANNEL, () -> directory.apply(news));
    }
  }

  private void read(ConsumerRecord<String, byte[]> consumed, List<DirectoryEvent> news) {
    try {
      news.add(DirectoryEventWire.read(WireRecord.of(consumed)));
    } catch (MalformedRecordException | IllegalArgumentException | NullPointerException e) {
      deadLetters.put(consumed, FailureReason.MALFORMED, e);
    }
  }
}
