package io.caseclock.consume.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caseclock.consume.kafka.ConsumerFactory.Connection;
import io.caseclock.time.Backoff;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConsumerLoopTest {

  private static final TopicPartition PLACE = new TopicPartition("case-events", 0);
  private static final ConsumerSettings SETTINGS =
      new ConsumerSettings(
          "group", 500, new Backoff(Duration.ofMillis(20), Duration.ofMillis(200)));

  private static final Instant SENT = Instant.parse("2026-03-02T01:00:00Z");

  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final BlockingQueue<TestConsumer> opened = new LinkedBlockingQueue<>();
  private volatile Consumer<String> whatTakingDoes = value -> {};
  private volatile Instant now = SENT;
  private volatile long end;
  private volatile CountDownLatch mayOpen = new CountDownLatch(0);

  private final ConsumerLoop loop =
      new ConsumerLoop(new Taking(), SETTINGS, (topic, settings) -> open());
  private final ConsumerLoops channels = new ConsumerLoops(List.of(loop));
  private final ConsumersHealth health = new ConsumersHealth(channels);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @AfterEach
  void stop() {
    mayOpen.countDown();
    channels.close();
  }

  @Test
  void what_was_taken_is_committed_and_the_channel_runs() throws Exception {
    channels.start();
    var consumer = opened.take();

    consumer.receive(0, "one");

    await().until(() -> consumer.committedOffset() == 1);
    assertThat(taken).containsExactly("one");
    assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    assertThat(said()).containsEntry("case-events", "running");
  }

  @Test
  void a_channel_whose_consumer_dies_consumes_again_and_readiness_says_which_meanwhile()
      throws Exception {
    channels.bindTo(meters, () -> now);
    channels.start();
    var first = opened.take();
    await().until(() -> loop.state() == ConsumerState.RUNNING);
    mayOpen = new CountDownLatch(1);

    first.schedulePollTask(() -> first.setPollException(new GroupAuthorizationException("group")));
    await().until(() -> loop.state() == ConsumerState.DOWN);

    assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
    assertThat(said()).containsEntry("case-events", "down");
    assertThat(gauge("down")).isEqualTo(1);
    assertThat(gauge("running")).isZero();

    mayOpen.countDown();
    var second = opened.take();
    second.receive(0, "after");
    await().until(() -> second.committedOffset() == 1);

    assertThat(taken).containsExactly("after");
    assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    assertThat(gauge("running")).isEqualTo(1);
    assertThat(meters.get("caseclock.consumer.restarts").functionCounter().count()).isEqualTo(1);
  }

  @Test
  void a_batch_that_cannot_be_taken_is_not_committed_and_comes_again() throws Exception {
    whatTakingDoes =
        value -> {
          throw new OutOfMemoryError("only said");
        };
    channels.start();
    var first = opened.take();

    first.receive(0, "one");
    var second = opened.take();
    whatTakingDoes = value -> {};
    second.receive(0, "one");

    await().until(() -> second.committedOffset() == 1);
    assertThat(first.committedOffset()).isEqualTo(-1);
    assertThat(loop.restarts()).isEqualTo(1);
  }

  @Test
  void a_batch_that_fails_again_and_again_leaves_the_channel_down_and_ever_more_slow()
      throws Exception {
    var seen = new CopyOnWriteArrayList<ConsumerState>();
    end = 1;
    whatTakingDoes =
        value -> {
          seen.add(loop.state());
          throw new IllegalStateException("not even a dead letter can be stored");
        };
    channels.start();
    var begun = System.nanoTime();

    for (var attempt = 0; attempt < 6; attempt++) {
      opened.take().receive(0, "one");
    }
    var seventh = opened.take();
    var took = Duration.ofNanos(System.nanoTime() - begun);

    assertThat(took).as("20 + 40 + 80 + 160 + 200 + 200 ms").isGreaterThan(Duration.ofMillis(700));
    assertThat(seen.subList(1, 6)).containsOnly(ConsumerState.DOWN);
    assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
    whatTakingDoes = value -> {};
    seventh.receive(0, "one");
    await().until(() -> loop.state() == ConsumerState.RUNNING);
    assertThat(seventh.committedOffset()).isEqualTo(1);
  }

  @Test
  void a_channel_that_was_down_runs_once_nothing_is_left_to_take() throws Exception {
    channels.start();
    var first = opened.take();
    await().until(() -> loop.state() == ConsumerState.RUNNING);
    mayOpen = new CountDownLatch(1);

    first.schedulePollTask(() -> first.setPollException(new GroupAuthorizationException("group")));
    await().until(() -> loop.state() == ConsumerState.DOWN);
    mayOpen.countDown();

    await().until(() -> loop.state() == ConsumerState.RUNNING);
    assertThat(taken).isEmpty();
  }

  @Test
  void the_oldest_record_is_as_old_as_it_waits_and_nothing_is_where_none_does() throws Exception {
    var done = new CountDownLatch(1);
    whatTakingDoes = value -> awaitQuietly(done);
    channels.bindTo(meters, () -> now);
    channels.start();
    var consumer = opened.take();
    assertThat(oldestAge()).isZero();

    consumer.receive(0, "one");
    consumer.receive(1, "two");
    await().until(() -> taken.contains("one"));
    now = SENT.plusSeconds(90);

    assertThat(oldestAge()).isEqualTo(90);
    now = SENT.minusSeconds(1);
    assertThat(oldestAge()).as("by another clock").isZero();
    now = SENT.plusSeconds(120);
    done.countDown();
    await().until(() -> oldestAge() == 0);
  }

  @Test
  void what_could_not_be_taken_waits_on_while_the_channel_is_down() throws Exception {
    whatTakingDoes =
        value -> {
          throw new OutOfMemoryError("only said");
        };
    channels.bindTo(meters, () -> now);
    channels.start();
    var first = opened.take();
    mayOpen = new CountDownLatch(1);

    first.receive(0, "one");
    await().until(() -> loop.state() == ConsumerState.DOWN);
    now = SENT.plusSeconds(60);

    assertThat(oldestAge()).isEqualTo(60);
  }

  @Test
  void a_consumer_that_cannot_even_be_made_is_tried_again() throws Exception {
    var attempts = new ArrayList<Integer>();
    try (var stubborn =
        new ConsumerLoop(
            new Taking(),
            SETTINGS,
            (topic, settings) -> {
              attempts.add(attempts.size());
              if (attempts.size() < 4) {
                throw new KafkaException("no resolvable broker");
              }
              return open();
            })) {
      stubborn.start();
      opened.take().receive(0, "one");

      await().until(() -> taken.contains("one"));
    }
    assertThat(attempts).hasSize(4);
  }

  @Test
  void the_place_in_the_group_is_kept_while_a_batch_takes_long() throws Exception {
    var done = new CountDownLatch(1);
    whatTakingDoes = value -> awaitQuietly(done);
    channels.start();
    var consumer = opened.take();
    consumer.receive(0, "long");
    await().until(() -> taken.contains("long"));
    var polls = consumer.polls;

    await().until(() -> consumer.polls >= polls + 2);
    assertThat(consumer.paused()).containsExactly(PLACE);
    assertThat(consumer.committedOffset()).isEqualTo(-1);

    done.countDown();
    await().until(() -> consumer.committedOffset() == 1);
    await().until(() -> consumer.paused().isEmpty());
  }

  @Test
  void closing_does_not_wait_for_the_next_record() throws Exception {
    channels.start();
    var consumer = opened.take();
    await().until(() -> loop.state() == ConsumerState.RUNNING);

    channels.close();

    assertThat(consumer.closed()).isTrue();
  }

  @Test
  void records_come_as_bytes_whatever_deserializers_the_service_is_told_of() {
    var settings =
        SETTINGS.of(
            Map.of(
                "bootstrap.servers", "127.0.0.1:1",
                "key.deserializer", "com.example.Own",
                "value.deserializer", "com.example.Own",
                "interceptor.classes", "com.example.Own"),
            "case-events");

    assertThat(settings)
        .containsEntry("bootstrap.servers", "127.0.0.1:1")
        .containsEntry("group.id", "group")
        .containsEntry("enable.auto.commit", false)
        .containsEntry("auto.offset.reset", "earliest")
        .containsEntry("session.timeout.ms", 10_000)
        .containsEntry("heartbeat.interval.ms", 3_000)
        .doesNotContainKeys("key.deserializer", "value.deserializer", "interceptor.classes");
  }

  private Map<String, Object> said() {
    return health.call().getData().orElseThrow();
  }

  private double gauge(String state) {
    return meters.get("caseclock.consumer.channel").tag("state", state).gauge().value();
  }

  private double oldestAge() {
    return meters
        .get("caseclock.consumer.oldest.age")
        .tag("channel", "case-events")
        .gauge()
        .value();
  }

  private Connection open() {
    awaitQuietly(mayOpen);
    var consumer = new TestConsumer();
    consumer.updateEndOffsets(Map.of(PLACE, end));
    opened.add(consumer);
    return new Connection(consumer, () -> {});
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Remembers what it took. */
  private final class Taking implements TopicConsumer {

    @Override
    public String topic() {
      return PLACE.topic();
    }

    @Override
    public void take(List<ConsumerRecord<byte[], byte[]>> records) {
      for (var record : records) {
        var value = new String(record.value(), StandardCharsets.UTF_8);
        taken.add(value);
        whatTakingDoes.accept(value);
      }
    }
  }

  /** A member of its group from the first poll on, with one partition. */
  private static final class TestConsumer extends MockConsumer<byte[], byte[]> {

    private volatile int polls;
    private volatile long committedOffset = -1;

    TestConsumer() {
      super("earliest");
      schedulePollTask(
          () -> {
            rebalance(List.of(PLACE));
            updateBeginningOffsets(Map.of(PLACE, 0L));
          });
    }

    /** Each record was sent a second after the one before. */
    void receive(long offset, String value) {
      var bytes = value.getBytes(StandardCharsets.UTF_8);
      schedulePollTask(
          () ->
              addRecord(
                  new ConsumerRecord<>(
                      PLACE.topic(),
                      PLACE.partition(),
                      offset,
                      SENT.plusSeconds(offset).toEpochMilli(),
                      TimestampType.CREATE_TIME,
                      1,
                      bytes.length,
                      new byte[] {'A'},
                      bytes,
                      new RecordHeaders(),
                      Optional.empty())));
    }

    long committedOffset() {
      return committedOffset;
    }

    @Override
    public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
      super.commitSync(offsets);
      committedOffset = Objects.requireNonNull(offsets.get(PLACE)).offset();
    }

    @Override
    public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
      polls++;
      return super.poll(timeout);
    }

    @Override
    public ConsumerGroupMetadata groupMetadata() {
      return new ConsumerGroupMetadata("group", 1, "member", Optional.empty());
    }
  }
}
