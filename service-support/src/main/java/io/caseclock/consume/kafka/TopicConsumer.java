package io.caseclock.consume.kafka;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a service does with the records of one topic. */
public interface TopicConsumer {

  /** Names the topic, and the channel that reads it. */
  String topic();

  /**
   * Returns once each record has had its effect, durably, or was put aside; throws only at shutdown
   * or where nothing can be stored at all. May see a record again.
   */
  void take(List<ConsumerRecord<byte[], byte[]>> records);
}
