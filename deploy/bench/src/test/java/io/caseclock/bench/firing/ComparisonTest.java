package io.caseclock.bench.firing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.bench.statistics.Rates;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Rates WARNINGS =
      new Rates("ours, warnings", List.of(9_000.0, 8_000.0, 10_000.0));
  private static final Rates BREACHES = new Rates("ours, breaches", List.of(4_500.0));

  @Test
  void the_median_of_an_even_number_lies_between_the_two_in_the_middle() {
    var rates = new Rates("x", List.of(40.0, 10.0, 20.0, 30.0));

    assertThat(rates.median()).isEqualTo(25);
    assertThat(rates.slowest()).isEqualTo(10);
    assertThat(rates.fastest()).isEqualTo(40);
  }

  @Test
  void a_side_without_a_round_is_refused() {
    assertThatThrownBy(() -> new Rates("x", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void each_row_begins_with_the_two_ratios_of_the_medians() {
    var comparison =
        new Comparison(
            WARNINGS, BREACHES, List.of(new Rates("other", List.of(900.0, 600.0, 1_200.0))));

    assertThat(comparison.rows())
        .containsExactly(
            List.of("1.0", "0.5", "ours, warnings", "9,000", "8,000", "10,000", "3"),
            List.of("2.0", "1.0", "ours, breaches", "4,500", "4,500", "4,500", "1"),
            List.of("10.0", "5.0", "other", "900", "600", "1,200", "3"));
  }

  @Test
  void a_side_that_fired_nothing_has_no_ratio() {
    var comparison = new Comparison(WARNINGS, BREACHES, List.of(new Rates("dead", List.of(0.0))));

    assertThat(comparison.rows().getLast()).startsWith("-", "-", "dead", "0");
  }

  @Test
  void the_aims_are_judged_by_the_best_of_db_scheduler_and_say_where_they_are_missed() {
    var comparison =
        new Comparison(
            WARNINGS,
            BREACHES,
            List.of(
                new Rates("plain", List.of(90_000.0)),
                new Rates("db-scheduler, fetch", List.of(300.0)),
                new Rates("db-scheduler, lock-and-fetch", List.of(500.0))));

    assertThat(comparison.aims())
        .containsExactly(
            List.of("18.0", "20.0", "MISSED", "ours, warnings", "db-scheduler, lock-and-fetch"),
            List.of("9.0", "8.0", "met", "ours, breaches", "db-scheduler, lock-and-fetch"));
  }

  @Test
  void without_db_scheduler_no_aim_is_judged() {
    assertThat(new Comparison(WARNINGS, BREACHES, List.of()).aims()).isEmpty();
  }
}
