package io.caseclock.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CallerConcurrencyTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final CallerConcurrency places = new CallerConcurrency(2, 1);

  @Test
  void a_caller_gets_its_places_and_leaves_nothing_behind() throws Exception {
    var first = enter("a", LONG).orElseThrow();
    var second = enter("a", LONG).orElseThrow();
    assertThat(places.callers()).isEqualTo(1);

    first.run();
    second.run();

    assertThat(places.callers()).isZero();
  }

  @Test
  void one_too_many_is_refused_when_its_patience_is_over() throws Exception {
    var first = enter("a", LONG).orElseThrow();
    var second = enter("a", LONG).orElseThrow();

    assertThat(enter("a", Duration.ZERO)).isEmpty();

    first.run();
    assertThat(enter("a", Duration.ZERO)).isPresent();
    second.run();
  }

  @Test
  void a_full_place_of_one_caller_is_free_for_another() throws Exception {
    enter("a", LONG);
    enter("a", LONG);

    assertThat(enter("b", Duration.ZERO)).isPresent();
  }

  @Test
  void who_waits_gets_the_place_that_is_left_and_the_next_is_refused_at_once() throws Exception {
    var first = enter("a", LONG).orElseThrow();
    enter("a", LONG);
    var waiting = CompletableFuture.supplyAsync(() -> entered("a"));
    var refused = enter("a", Duration.ZERO);
    assertThat(refused).isEmpty();

    first.run();

    assertThat(waiting.join()).isPresent();
  }

  private Optional<Runnable> enter(String caller, Duration patience) throws InterruptedException {
    return places.enter(caller, patience);
  }

  private Optional<Runnable> entered(String caller) {
    try {
      return places.enter(caller, LONG);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
