package io.caseclock.monitor.watch.kafka;

import io.caseclock.consume.kafka.TopicConsumer;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Events of cases, or of the notices about them, which are timed by the same rules. */
public record CaseEventConsumer(String topic, CaseEventProcessor intake) implements TopicConsumer {

  @Override
  public void take(List<ConsumerRecord<byte[], byte[]>> records) {
    intake.take(records);
  }
}
