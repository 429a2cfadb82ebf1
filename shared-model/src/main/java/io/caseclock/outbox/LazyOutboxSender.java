package io.caseclock.outbox;

import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Connects to Kafka only when there is something to send, so that the service starts and works
 * while the broker, or even its name, is away.
 */
public final class LazyOutboxSender implements OutboxSender, AutoCloseable {

  private final Supplier<KafkaOutboxSender> connect;
  private final BeforeSending beforeSending;
  private @Nullable KafkaOutboxSender connected;

  public LazyOutboxSender(Supplier<KafkaOutboxSender> connect, BeforeSending beforeSending) {
    this.connect = connect;
    this.beforeSending = beforeSending;
  }

  @Override
  public void send(List<OutboxRecord> records) {
    beforeSending.run();
    sender().send(records);
  }

  private synchronized KafkaOutboxSender sender() {
    try {
      var sender = connected == null ? connect.get() : connected;
      connected = sender;
      return sender;
    } catch (KafkaException e) {
      throw new SendFailedException("no connection to the broker", e);
    }
  }

  @Override
  public synchronized void close() {
    if (connected != null) {
      connected.close();
      connected = null;
    }
  }
}
