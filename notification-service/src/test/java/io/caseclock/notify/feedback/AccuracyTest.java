package io.caseclock.notify.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AccuracyTest {

  @Test
  void what_nobody_judged_has_no_rate_at_all() {
    var silent = new Accuracy(40, 0, 0, 0, 0, Map.of());

    assertThat(silent.rate()).isEmpty();
    assertThat(silent.rateAtLeast()).isEmpty();
    assertThat(silent.rateAtMost()).isEmpty();
    assertThat(silent.shareJudged()).hasValue(0.0);
    assertThat(Accuracy.NOTHING.shareJudged()).isEmpty();
  }

  @Test
  void the_rate_is_of_those_judged_and_never_of_those_told() {
    var accuracy = new Accuracy(1_000, 50, 49, 1, 0, Map.of(Cause.WRONG_DATA, 1L));

    assertThat(accuracy.rate()).hasValue(0.98);
    assertThat(accuracy.shareJudged()).hasValue(0.05);
  }

  /** Published figures of the Wilson interval: 49 of 50, and 3 of 3. */
  @Test
  void few_judgements_leave_a_wide_interval() {
    var some = new Accuracy(60, 50, 49, 1, 0, Map.of(Cause.WRONG_DATA, 1L));
    var few = new Accuracy(3, 3, 3, 0, 0, Map.of());

    assertThat(some.rateAtLeast().orElseThrow()).isCloseTo(0.8950, within(0.0005));
    assertThat(some.rateAtMost().orElseThrow()).isCloseTo(0.9965, within(0.0005));
    assertThat(few.rateAtLeast().orElseThrow()).isCloseTo(0.4385, within(0.0005));
    assertThat(few.rateAtMost().orElseThrow()).isEqualTo(1.0);
  }

  @Test
  void groups_add_up() {
    var one = new Accuracy(10, 4, 3, 1, 1, Map.of(Cause.WRONG_RULE, 1L));
    var two = new Accuracy(5, 2, 0, 2, 0, Map.of(Cause.WRONG_RULE, 1L, Cause.SYSTEM_FAULT, 1L));

    assertThat(one.plus(two))
        .isEqualTo(
            new Accuracy(15, 6, 3, 3, 1, Map.of(Cause.WRONG_RULE, 2L, Cause.SYSTEM_FAULT, 1L)));
  }

  @Test
  void numbers_that_do_not_add_up_are_no_accuracy() {
    assertThatThrownBy(() -> new Accuracy(10, 4, 4, 1, 0, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Accuracy(3, 4, 4, 0, 0, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
