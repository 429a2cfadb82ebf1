package io.caseclock.notify.notice.kafka;

import io.caseclock.consume.kafka.TopicConsumer;
import io.caseclock.contract.Topics;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the monitor says on {@code deadline-events}. */
public record DeadlineEventsConsumer(TakeInDeadlineEvents takeIn) implements TopicConsumer {

  @Override
  public String topic() {
    return Topics.DEADLINE_EVENTS;
  }

  @Override
  public void take(List<ConsumerRecord<byte[], byte[]>> records) {
    takeIn.take(records);
  }
}
