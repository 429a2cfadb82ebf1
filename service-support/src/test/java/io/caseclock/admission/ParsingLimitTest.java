package io.caseclock.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ParsingLimitTest {

  private final ParsingLimit work = new ParsingLimit(10 * 1024);

  @Test
  void bodies_are_worked_on_together_as_far_as_they_fit() throws Exception {
    assertThat(work.begin(6 * 1024, Duration.ZERO)).isPresent();
    assertThat(work.begin(4 * 1024, Duration.ZERO)).isPresent();

    assertThat(work.begin(1, Duration.ZERO)).isEmpty();
  }

  @Test
  void the_end_of_one_lets_the_next_begin() throws Exception {
    var end = work.begin(10 * 1024, Duration.ZERO).orElseThrow();

    end.run();

    assertThat(work.begin(10 * 1024, Duration.ZERO)).isPresent();
  }

  @Test
  void a_body_larger_than_all_is_worked_on_alone() throws Exception {
    assertThat(work.begin(1_000_000, Duration.ZERO)).isPresent();

    assertThat(work.begin(1, Duration.ZERO)).isEmpty();
  }
}
