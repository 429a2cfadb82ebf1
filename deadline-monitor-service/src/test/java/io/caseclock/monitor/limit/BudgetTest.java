package io.caseclock.monitor.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private static final CaseLimits LIMITS = new CaseLimits(3, 3, 3, 3, 3, 3, 3);

  @Test
  void one_before_the_limit_and_the_limit_itself_are_allowed_and_one_more_is_not() {
    var budget = new Budget(LIMITS);
    budget.deadline();
    budget.deadline();

    assertThatCode(budget::deadline).doesNotThrowAnyException();
    assertThatThrownBy(budget::deadline)
        .isInstanceOfSatisfying(
            OverLimitException.class,
            over -> {
              assertThat(over.limit()).isEqualTo(Limit.DEADLINES);
              assertThat(over.most()).isEqualTo(3);
            });
  }

  @Test
  void each_limit_is_counted_by_itself() {
    var budget = new Budget(LIMITS);
    budget.events(3);
    budget.step();
    budget.finding();
    budget.line();
    budget.compared(3);

    assertThat(budget.used(Limit.EVENTS)).isEqualTo(3);
    assertThat(budget.used(Limit.COMPARISONS)).isEqualTo(3);
    assertThat(budget.used(Limit.DEADLINES)).isZero();
    assertThatThrownBy(() -> budget.compared(1)).isInstanceOf(OverLimitException.class);
    assertThatThrownBy(() -> budget.events(1)).isInstanceOf(OverLimitException.class);
  }

  @Test
  void a_limit_below_one_is_no_limit() {
    assertThatThrownBy(() -> new CaseLimits(0, 1, 1, 1, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_reason_names_the_limit_in_both_languages() {
    var why = QuarantineReason.of(new OverLimitException(Limit.DEADLINES, 20_000));

    assertThat(why.wire()).isEqualTo("too-many-deadlines");
    assertThat(why.names().zh()).isEqualTo("期限数超过上限 20000");
    assertThat(why.names().en()).isEqualTo("more than 20000 deadlines");
    assertThat(QuarantineReason.of(new IllegalStateException("secret")).wire()).isEqualTo("broken");
  }

  @Test
  void portions_keep_the_order_and_a_large_case_is_a_portion_of_its_own() {
    Map<String, Long> sizes = new LinkedHashMap<>();
    sizes.put("A1", 4L);
    sizes.put("A2", 6L);
    sizes.put("A3", 1L);
    sizes.put("A4", 11L);
    sizes.put("A5", 1L);

    assertThat(Portions.of(sizes, 10))
        .containsExactly(List.of("A1", "A2"), List.of("A3"), List.of("A4"), List.of("A5"));
    assertThat(Portions.of(Map.of(), 10)).isEmpty();
  }

  @Test
  void whoever_finds_all_places_taken_is_sent_away_at_once() {
    var places = new Bulkhead(1);

    var inside = places.take(() -> places.take(() -> "second"));

    assertThat(inside).contains(Optional.empty());
    assertThat(places.take(() -> "third")).contains("third");
  }

  @Test
  void a_place_is_free_again_after_work_that_failed() {
    var places = new Bulkhead(1);
    assertThatThrownBy(
            () ->
                places.take(
                    () -> {
                      throw new IllegalStateException("failed");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(places.take(() -> "next")).contains("next");
  }

  @Test
  void time_is_left_up_to_its_end_and_over_just_after_it() {
    var nanos = new AtomicLong(Long.MAX_VALUE - 5);
    var time = new TimeLimit(Duration.ofNanos(10), nanos::get);

    nanos.addAndGet(9);
    assertThatCode(time::check).doesNotThrowAnyException();
    nanos.addAndGet(1);
    assertThatCode(time::check).doesNotThrowAnyException();
    nanos.addAndGet(1);
    assertThatThrownBy(time::check).isInstanceOf(TimeLimit.OverException.class);
  }
}
