package io.caseclock.intake.accept.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.problem.Problem;
import io.caseclock.problem.ProblemType;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitFilterTest {

  @ParameterizedTest
  @CsvSource({"PT0.000000001S, 1", "PT0.999S, 1", "PT1S, 1", "PT1.000000001S, 2"})
  void whoever_has_to_wait_is_told_whole_seconds_and_one_at_least(Duration wait, long seconds) {
    var refusal = RateLimitFilter.refusal(wait).problem();

    assertThat(refusal.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
    assertThat(refusal.extensions()).containsEntry(Problem.RETRY_AFTER, seconds);
  }
}
