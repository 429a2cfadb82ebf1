package io.caseclock.notify.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caseclock.jdbc.Sql.DatabaseException;
import io.caseclock.notify.Office;
import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.DeliveryOutcome.Delivered;
import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import io.caseclock.notify.channel.Push;
import io.caseclock.notify.delivery.ChannelQueue;
import io.caseclock.notify.delivery.ChannelQueues;
import io.caseclock.notify.delivery.DeliveryQueue;
import io.caseclock.notify.delivery.DeliverySpans;
import io.caseclock.notify.delivery.SendDue;
import io.caseclock.testsupport.HeardLog;
import io.caseclock.testsupport.InfrastructureResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class SendJobTest {

  @Inject Office office;
  @Inject DeliveryQueue queue;
  @Inject SendDue sendDue;
  @Inject FailoverJob failover;
  @Inject MeterRegistry meters;
  @Inject InstantSource clock;

  private final CountDownLatch released = new CountDownLatch(1);
  private final AtomicInteger begun = new AtomicInteger();

  private record Scripted(String id, Supplier<DeliveryOutcome> otherEnd) implements Channel {

    @Override
    public byte[] body(Push push) {
      return new byte[0];
    }

    @Override
    public DeliveryOutcome send(Delivery delivery) {
      return otherEnd.get();
    }
  }

  @BeforeEach
  void open() {
    office.open();
  }

  @Test
  void a_channel_that_hangs_is_sent_to_once_while_the_others_go_on() {
    queue("slow", 1);
    queue("quick", 70);
    var job = job(queue("slow", this::untilReleased), queue("quick", Delivered::new));

    job.run();
    await().until(() -> delivered("quick") == 70);
    await().until(() -> begun.get() == 1);
    queue("slow", 2);
    job.run();
    assertThat(delivered("slow")).isZero();
    assertThat(begun).hasValue(1);

    released.countDown();
    await().until(() -> delivered("slow") == 1);
    await().until(() -> counted("quick", "delivered") == 70);
    assertThat(meters.get("caseclock.channel.duration").tag("channel", "quick").timer().count())
        .isEqualTo(70);
  }

  @Test
  void failures_are_counted_and_stay_in_the_queue() {
    queue("broken", 2);
    job(queue("broken", () -> new Failed(DeliveryOutcome.Reason.UNREACHABLE, "no connection")))
        .run();

    await().until(() -> counted("broken", "failed") == 2);
    assertThat(
            office.text(
                "select count(*)::text from delivery where channel = 'broken'"
                    + " and next_attempt_at is not null and last_reason like 'UNREACHABLE%'"))
        .isEqualTo("2");
  }

  @Test
  void a_database_that_is_away_is_told_in_one_line_whatever_the_queues() throws Exception {
    var away =
        new SendDue(
            awayQueue(),
            (delivery, outcome, at, took) -> {},
            clock,
            Executors.newVirtualThreadPerTaskExecutor(),
            DeliverySpans.off());
    var queues = Stream.of("one", "two", "three").map(id -> queue(id, Delivered::new)).toList();
    var job = new SendJob(new ChannelQueues(queues), away, failover, meters);

    try (var heard = HeardLog.of(SendJob.class)) {
      job.run();
      job.stop(new ShutdownEvent());

      assertThat(heard.records()).hasSize(1);
      assertThat(heard.records().getFirst().getMessage()).contains("sending was interrupted");
      assertThat(heard.records().getFirst().getThrown()).isNull();
    }
  }

  /** Of a database that is away. */
  private static DeliveryQueue awayQueue() {
    return (DeliveryQueue)
        Proxy.newProxyInstance(
            DeliveryQueue.class.getClassLoader(),
            new Class<?>[] {DeliveryQueue.class},
            (proxy, method, arguments) -> {
              throw new DatabaseException(new SQLTransientConnectionException("no connection"));
            });
  }

  private DeliveryOutcome untilReleased() {
    begun.incrementAndGet();
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Delivered();
  }

  private SendJob job(ChannelQueue... queues) {
    return new SendJob(new ChannelQueues(List.of(queues)), sendDue, failover, meters);
  }

  private static ChannelQueue queue(String id, Supplier<DeliveryOutcome> otherEnd) {
    return new ChannelQueue(
        new Scripted(id, otherEnd), 50, Duration.ofSeconds(60), OptionalInt.empty());
  }

  private void queue(String channel, int deliveries) {
    for (var n = 0; n < deliveries; n++) {
      queue.add(
          List.of(
              new Delivery(
                  channel + "-" + n,
                  channel,
                  "O1",
                  "o1@police.example",
                  "D0102",
                  "breach",
                  "grave",
                  1,
                  null,
                  null,
                  clock.instant(),
                  0,
                  new byte[0])));
    }
  }

  private int delivered(String channel) {
    return Integer.parseInt(
        office.text(
            "select count(*)::text from delivery where delivered_at is not null and channel = ?",
            channel));
  }

  private double counted(String channel, String outcome) {
    var counter =
        meters
            .find("caseclock.channel.deliveries")
            .tag("channel", channel)
            .tag("outcome", outcome)
            .counter();
    return counter == null ? 0 : counter.count();
  }
}
