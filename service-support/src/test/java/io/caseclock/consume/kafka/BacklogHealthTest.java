package io.caseclock.consume.kafka;

import static io.caseclock.consume.kafka.BacklogHealth.OUTBOX;
import static io.caseclock.consume.kafka.BacklogHealth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

/** What readiness tells of what waits. */
class BacklogHealthTest {

  @Test
  void a_backlog_of_a_day_is_told_and_the_service_stays_ready() {
    var health = health(() -> 86_400.4);

    await().atMost(Duration.ofSeconds(10)).until(() -> told(health).equals(86_400L));
    assertThat(health.call().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void what_is_not_known_is_not_told_as_nothing() {
    assertThat(told(health(() -> Double.NaN))).isEqualTo(UNKNOWN);
    var ending =
        health(
            () -> {
              throw new IllegalStateException("the pool is closed");
            });
    assertThat(told(ending)).isEqualTo(UNKNOWN);
    assertThat(told(ending)).isEqualTo(UNKNOWN);
  }

  @Test
  void whoever_asks_does_not_wait_for_the_database_and_it_is_asked_once_at_a_time() {
    var isBack = new CountDownLatch(1);
    var asked = new AtomicInteger();
    var health =
        health(
            () -> {
              asked.incrementAndGet();
              awaitUninterrupted(isBack);
              return 7;
            });

    for (var i = 0; i < 100; i++) {
      assertThat(told(health)).isEqualTo(UNKNOWN);
    }
    assertThat(asked).hasValueLessThanOrEqualTo(1);
    isBack.countDown();
    await().atMost(Duration.ofSeconds(10)).until(() -> told(health).equals(7L));
  }

  private static BacklogHealth health(DoubleSupplier outboxAge) {
    return new BacklogHealth(new ConsumerLoops(List.of()), outboxAge, InstantSource.system());
  }

  private static Object told(BacklogHealth health) {
    return health.call().getData().orElse(Map.of()).getOrDefault(OUTBOX, "absent");
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
