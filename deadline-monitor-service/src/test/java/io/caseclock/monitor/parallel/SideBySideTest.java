package io.caseclock.monitor.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SideBySideTest {

  private static final int FULL = 4;

  private final SideBySide sideBySide = new SideBySide(FULL);

  @Test
  void questions_are_asked_at_the_same_time() {
    var bothAsk = new CountDownLatch(2);
    var one = sideBySide.start(() -> meeting(bothAsk));
    var other = sideBySide.start(() -> meeting(bothAsk));

    assertThat(one.get()).isTrue();
    assertThat(other.get()).isTrue();
  }

  private static boolean meeting(CountDownLatch all) {
    all.countDown();
    return waiting(all);
  }

  private static boolean waiting(CountDownLatch end) {
    try {
      end.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void what_was_thrown_is_thrown_to_whoever_waits() {
    Supplier<Object> refused =
        sideBySide.start(
            () -> {
              throw new IllegalArgumentException("no such month");
            });

    assertThatThrownBy(refused::get)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such month");
  }

  @Test
  void what_finds_no_place_is_asked_by_the_caller_itself() {
    var mayEnd = new CountDownLatch(1);
    List<Supplier<Boolean>> first = new ArrayList<>();
    for (var n = 0; n < FULL; n++) {
      first.add(sideBySide.start(() -> waiting(mayEnd)));
    }

    var caller = Thread.currentThread();
    assertThat(sideBySide.start(Thread::currentThread).get()).isSameAs(caller);

    mayEnd.countDown();
    first.forEach(one -> assertThat(one.get()).isTrue());
    assertThat(sideBySide.start(Thread::currentThread).get()).isNotSameAs(caller);
  }
}
