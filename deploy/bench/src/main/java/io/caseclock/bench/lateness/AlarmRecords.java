package io.caseclock.bench.lateness;

import io.caseclock.bench.stack.TopicReader;
import io.caseclock.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** When the alarm of a deadline was first read from the topic of deadlines. */
final class AlarmRecords implements AutoCloseable {

  private static final int UUID_LENGTH = 36;

  private final Map<String, Long> readAt = new ConcurrentHashMap<>();
  private final TopicReader reader;

  /**
   * @param type the type of the events that count
   */
  AlarmRecords(String brokers, String type) {
    reader =
        new TopicReader(
            brokers,
            Topics.DEADLINE_EVENTS,
            (record, nanos) -> {
              if (header(record, "ce_type").equals(type)) {
                readAt.putIfAbsent(header(record, "ce_id").substring(0, UUID_LENGTH), nanos);
              }
            });
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  /** By the id of the deadline, as {@link System#nanoTime()} counts. */
  Map<String, Long> readAt() {
    return readAt;
  }

  @Override
  public void close() throws InterruptedException {
    reader.close();
  }
}
