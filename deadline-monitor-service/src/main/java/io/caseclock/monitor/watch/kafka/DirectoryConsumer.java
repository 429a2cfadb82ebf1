package io.caseclock.monitor.watch.kafka;

import io.caseclock.contract.DirectoryEvent;
import io.caseclock.directory.Directory;
import io.caseclock.wire.DirectoryEventWire;
import io.caseclock.wire.MalformedRecordException;
import io.caseclock.wire.WireRecord;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps this service's copy of the directory. */
@ApplicationScoped
public class DirectoryConsumer {

  private final Directory directory;
  private final DeadLetters deadLetters;
  private final Backoff backoff;

  DirectoryConsumer(Directory directory, DeadLetters deadLetters, Backoff backoff) {
    this.directory = directory;
    this.deadLetters = deadLetters;
    this.backoff = backoff;
  }

  @Incoming("directory")
  @Blocking
  void directory(ConsumerRecords<String, byte[]> records) {
    List<DirectoryEvent> news = new ArrayList<>();
    for (var record : records) {
      try {
        news.add(DirectoryEventWire.read(WireRecord.of(record)));
      } catch (MalformedRecordException e) {
        backoff.untilItPasses(
            () -> deadLetters.put(record, FailureReason.MALFORMED, String.valueOf(e.getMessage())));
      }
    }
    backoff.untilItPasses(() -> directory.apply(news));
  }
}
