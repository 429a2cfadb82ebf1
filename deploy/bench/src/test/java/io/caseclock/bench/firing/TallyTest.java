package io.caseclock.bench.firing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final List<String> DUE = List.of("A", "B", "C");

  @Test
  void everything_told_once_is_exact_in_any_order() {
    var tally = Tally.of(DUE, List.of("C", "A", "B"));

    assertThat(tally).isEqualTo(new Tally(3, 0, 0, 0));
    assertThat(tally.isExact()).isTrue();
  }

  @Test
  void what_was_never_told_is_lost() {
    assertThat(Tally.of(DUE, List.of("B"))).isEqualTo(new Tally(3, 2, 0, 0));
    assertThat(Tally.of(DUE, List.of())).isEqualTo(new Tally(3, 3, 0, 0));
  }

  @Test
  void each_row_beyond_the_first_is_one_doubled() {
    assertThat(Tally.of(DUE, List.of("A", "A", "A", "B", "C", "C")))
        .isEqualTo(new Tally(3, 0, 3, 0));
  }

  @Test
  void a_doubled_one_makes_up_for_no_lost_one() {
    var tally = Tally.of(DUE, List.of("A", "B", "B"));

    assertThat(tally).isEqualTo(new Tally(3, 1, 1, 0));
    assertThat(tally.isExact()).isFalse();
  }

  @Test
  void what_was_not_due_is_strange_however_often_it_was_told() {
    assertThat(Tally.of(DUE, List.of("A", "B", "C", "D", "D"))).isEqualTo(new Tally(3, 0, 0, 2));
  }

  @Test
  void tallies_of_several_trials_add_up() {
    var first = new Tally(3, 1, 0, 0);

    assertThat(first.and(new Tally(3, 0, 2, 1))).isEqualTo(new Tally(6, 1, 2, 1));
  }
}
