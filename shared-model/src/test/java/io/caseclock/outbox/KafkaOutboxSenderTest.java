package io.caseclock.outbox;

import static io.caseclock.outbox.OutboxDatabase.numbered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.caseclock.outbox.OutboxSender.RecordsRefusedException;
import io.caseclock.outbox.OutboxSender.SendFailedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KafkaOutboxSenderTest {

  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(
          false, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());

  @Test
  @Timeout(20)
  void a_broker_that_cannot_be_reached_is_given_up_after_the_timeout_however_many_wait()
      throws IOException {
    Map<String, Object> nobody = Map.of("bootstrap.servers", "127.0.0.1:" + closedPort());
    try (var sender = new KafkaOutboxSender(nobody, Duration.ofSeconds(1))) {
      assertThatThrownBy(() -> sender.send(numbered("C-1", 0, 100)))
          .isInstanceOf(SendFailedException.class)
          .hasMessageContaining("100 records");
    }
  }

  @Test
  @Timeout(20)
  void a_failure_is_told_only_when_nothing_is_under_way_any_more() {
    var sender = new KafkaOutboxSender(producer);
    var sending = CompletableFuture.runAsync(() -> sender.send(numbered("C-1", 0, 3)));
    await().until(() -> producer.history().size() == 3);

    producer.errorNext(new TimeoutException("expired"));
    producer.completeNext();

    // the third may still reach the broker, so that a repetition would come before it
    assertThatThrownBy(() -> sending.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(java.util.concurrent.TimeoutException.class);
    producer.completeNext();
    assertThatThrownBy(() -> sending.get(5, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(SendFailedException.class);
  }

  @Test
  @Timeout(20)
  void an_interruption_does_not_leave_records_under_way() throws InterruptedException {
    var sender = new KafkaOutboxSender(producer);
    var interrupted = new CompletableFuture<Boolean>();
    var thread =
        new Thread(
            () -> {
              sender.send(numbered("C-1", 0, 2));
              interrupted.complete(Thread.currentThread().isInterrupted());
            });
    thread.start();
    await().until(() -> producer.history().size() == 2);

    thread.interrupt();
    producer.completeNext();
    producer.completeNext();
    thread.join(5_000);

    assertThat(interrupted).isCompletedWithValue(true);
  }

  @Test
  @Timeout(20)
  void a_record_that_is_too_large_for_the_broker_is_named_when_all_others_are_there() {
    var sender = new KafkaOutboxSender(producer);
    var sending = CompletableFuture.runAsync(() -> sender.send(numbered("C-1", 0, 3)));
    await().until(() -> producer.history().size() == 3);

    producer.completeNext();
    producer.errorNext(new RecordTooLargeException("2 MB"));
    producer.completeNext();

    assertThatThrownBy(() -> sending.get(5, TimeUnit.SECONDS))
        .cause()
        .isInstanceOfSatisfying(
            RecordsRefusedException.class,
            refused -> assertThat(refused.reasons()).containsOnlyKeys(1));
  }

  @Test
  @Timeout(20)
  void where_others_are_not_confirmed_either_all_are_sent_again_later() {
    var sender = new KafkaOutboxSender(producer);
    var sending = CompletableFuture.runAsync(() -> sender.send(numbered("C-1", 0, 2)));
    await().until(() -> producer.history().size() == 2);

    producer.errorNext(new RecordTooLargeException("2 MB"));
    producer.errorNext(new TimeoutException("expired"));

    assertThatThrownBy(() -> sending.get(5, TimeUnit.SECONDS))
        .hasCauseInstanceOf(SendFailedException.class);
  }

  private static int closedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
