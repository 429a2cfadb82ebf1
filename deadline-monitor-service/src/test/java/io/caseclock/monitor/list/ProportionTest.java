package io.caseclock.monitor.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

  /** Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void the_interval_is_that_of_the_literature(long count, long of, double low, double high) {
    var interval = new Proportion(count, of).interval();

    assertThat(interval.low()).isCloseTo(low, within(0.00006));
    assertThat(interval.high()).isCloseTo(high, within(0.00006));
  }

  @Test
  void of_nothing_everything_is_possible() {
    assertThat(new Proportion(0, 0).interval()).isEqualTo(new Proportion.Interval(0, 1));
  }

  @Test
  void fewer_than_five_are_not_told() {
    assertThat(new Proportion(4, 4).isTold()).isFalse();
    assertThat(new Proportion(0, 5).isTold()).isTrue();
    assertThat(new Proportion(6, 6).isTold()).isTrue();
  }

  @Test
  void the_surest_come_first_and_those_with_too_little_last() {
    var four = new OfficerDue("U1", "few", 4, 4);
    var five = new OfficerDue("U1", "five", 5, 5);
    var many = new OfficerDue("U1", "many", 200, 160);
    var good = new OfficerDue("U1", "good", 200, 2);

    assertThat(
            Stream.of(four, good, five, many)
                .sorted(java.util.Comparator.comparing(OfficerDue::order)))
        .containsExactly(many, five, good, four);
  }
}
