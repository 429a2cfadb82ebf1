package io.caseclock.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.LaunchMode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The longest wait is an hour where nothing else is said: what happens was asked for. */
class WakingLoopTest {

  private static final Duration NONE = Duration.ZERO;
  private static final Duration NEVER = Duration.ofHours(1);

  private final AtomicInteger rounds = new AtomicInteger();

  @Test
  void the_first_round_comes_at_the_start() {
    try (var loop = loop(NEVER, NEVER)) {
      loop.start();

      awaitRounds(1);
    }
  }

  @Test
  void each_waking_is_followed_by_a_round() {
    try (var loop = loop(NEVER, NEVER)) {
      loop.start();
      for (var number = 1; number <= 3; number++) {
        awaitRounds(number);

        loop.wake();
      }
      awaitRounds(4);
    }
  }

  @Test
  void a_waking_during_a_round_is_not_lost() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    try (var loop =
        new WakingLoop(
            "work.every",
            "work",
            () -> {
              rounds.incrementAndGet();
              begun.countDown();
              awaitQuietly(end);
              return NEVER;
            },
            NONE,
            NEVER)) {
      loop.start();
      begun.await();

      loop.wake();
      end.countDown();

      awaitRounds(2);
    }
  }

  @Test
  void what_the_work_foresees_is_done_in_time() {
    try (var loop = loop(Duration.ofMillis(1), NEVER)) {
      loop.start();

      awaitRounds(3);
    }
  }

  @Test
  void no_wait_is_longer_than_the_longest() {
    try (var loop = loop(NEVER, Duration.ofMillis(1))) {
      loop.start();

      awaitRounds(3);
    }
  }

  @Test
  void work_that_fails_is_tried_again() {
    try (var loop =
        new WakingLoop(
            "work.every",
            "work",
            () -> {
              rounds.incrementAndGet();
              throw new IllegalStateException("on purpose");
            },
            NONE,
            Duration.ofMillis(1))) {
      loop.start();

      awaitRounds(3);
    }
  }

  @Test
  @Timeout(5)
  void closing_does_not_wait_for_the_longest_wait() {
    var loop = new WakingLoop("work.every", "work", this::count, NEVER.minusSeconds(1), NEVER);
    loop.start();
    awaitRounds(1);

    loop.close();

    loop.wake();
    assertThat(rounds).hasValue(1);
  }

  @Test
  void where_a_service_is_tested_zero_means_that_no_round_ever_comes() {
    LaunchMode.set(LaunchMode.TEST);
    try (var loop = loop(NONE, NONE)) {
      loop.start();
      loop.wake();
    } finally {
      LaunchMode.set(LaunchMode.NORMAL);
    }

    assertThat(rounds).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT0.05S"})
  void a_wait_that_is_no_longer_than_the_rest_is_refused_by_its_name(Duration longest) {
    var rest = Duration.ofMillis(50);

    assertThatThrownBy(() -> new WakingLoop("work.every", "work", this::count, rest, longest))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("work.every is longer than PT0.05S: not " + longest);
  }

  private WakingLoop loop(Duration foreseen, Duration longest) {
    return new WakingLoop(
        "work.every",
        "work",
        () -> {
          rounds.incrementAndGet();
          return foreseen;
        },
        NONE,
        longest);
  }

  private Duration count() {
    rounds.incrementAndGet();
    return NEVER;
  }

  private void awaitRounds(int least) {
    await().atMost(Duration.ofSeconds(5)).until(() -> rounds.get() >= least);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
