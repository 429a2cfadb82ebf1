package io.caseclock.notify.notice.kafka;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Group {@code notification} on {@code deadline-events}. */
@ApplicationScoped
public class DeadlineEventsConsumer {

  private final TakeInDeadlineEvents takeIn;

  @Inject
  DeadlineEventsConsumer(TakeInDeadlineEvents takeIn) {
    this.takeIn = takeIn;
  }

  @Incoming("deadline-events")
  @Blocking
  public void consume(ConsumerRecords<String, byte[]> polled) {
    takeIn.take(polled);
  }
}
