package io.caseclock.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BatchCacheTest {

  private static final List<Object> QUESTION = List.of("unit", "D0102");

  private final BatchCache memory = new BatchCache();
  private final AtomicInteger asked = new AtomicInteger();

  private int answer() {
    return memory.remembered(QUESTION, asked::incrementAndGet);
  }

  @Test
  void in_a_batch_each_thing_is_asked_once() {
    memory.during(
        () -> {
          assertThat(answer()).isEqualTo(1);
          assertThat(answer()).isEqualTo(1);
        });
  }

  @Test
  void the_next_batch_asks_anew() {
    memory.during(() -> assertThat(answer()).isEqualTo(1));

    memory.during(() -> assertThat(answer()).isEqualTo(2));
  }

  @Test
  void outside_a_batch_nothing_is_remembered() {
    assertThat(answer()).isEqualTo(1);
    assertThat(answer()).isEqualTo(2);
  }

  @Test
  void a_batch_that_fails_leaves_nothing_behind() {
    assertThatThrownBy(
            () ->
                memory.during(
                    () -> {
                      answer();
                      throw new IllegalStateException("away");
                    }))
        .hasMessage("away");

    assertThat(answer()).isEqualTo(2);
  }

  @Test
  void what_was_forgotten_is_asked_again() {
    memory.during(
        () -> {
          answer();
          memory.forget(QUESTION);
          assertThat(answer()).isEqualTo(2);
        });
  }

  private List<String> gathered(String key, List<String> used) {
    return memory.gathered(List.of(key), ArrayList::new, used::addAll);
  }

  @Test
  void what_was_gathered_is_used_once_the_batch_ends_well_first_what_was_begun_first() {
    List<String> used = new ArrayList<>();

    memory.during(
        () -> {
          gathered("first", used).add("one");
          gathered("second", used).add("three");
          gathered("first", used).add("two");
          assertThat(used).isEmpty();
        });

    assertThat(used).containsExactly("one", "two", "three");
  }

  @Test
  void what_a_failing_batch_gathered_is_not_used() {
    List<String> used = new ArrayList<>();

    assertThatThrownBy(
            () ->
                memory.during(
                    () -> {
                      gathered("first", used).add("one");
                      throw new IllegalStateException("away");
                    }))
        .hasMessage("away");

    assertThat(used).isEmpty();
    assertThat(memory.isRunning()).isFalse();
  }
}
