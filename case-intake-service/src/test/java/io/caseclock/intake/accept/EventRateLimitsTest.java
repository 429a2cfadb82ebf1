package io.caseclock.intake.accept;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.admission.RateLimit;
import io.caseclock.admission.RateLimits;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventRateLimitsTest {

  private final RateLimits sources = limits(10);
  private final EventRateLimits shares = new EventRateLimits(limits(30), sources);

  @Test
  void a_source_has_its_share_and_another_of_the_same_client_its_own() {
    assertThat(shares.spend("c", events("urn:a", 10))).isZero();

    assertThat(shares.spend("c", events("urn:a", 1))).isPositive();

    assertThat(shares.spend("c", events("urn:b", 10))).isZero();
  }

  @Test
  void the_same_source_of_another_client_is_another() {
    shares.spend("c", events("urn:a", 10));

    assertThat(shares.spend("d", events("urn:a", 10))).isZero();
  }

  @Test
  void a_client_has_its_share_whatever_its_sources_are_called() {
    for (var number = 0; number < 30; number++) {
      assertThat(shares.untilFree("c")).isZero();
      assertThat(shares.spend("c", events("urn:" + number, 1))).isZero();
    }

    assertThat(shares.untilFree("c")).isPositive();
    assertThat(shares.spend("c", events("urn:new", 1))).isPositive();
    assertThat(shares.untilFree("d")).isZero();
  }

  @Test
  void a_source_that_is_no_text_or_endless_counts_too() {
    shares.spend("c", List.of(new Submission(Map.of("source", 7), null, 1)));
    shares.spend("c", events("u".repeat(100_000), 1));

    assertThat(sources.names()).isEqualTo(2);
  }

  private static List<Submission> events(String source, int count) {
    return Collections.nCopies(count, new Submission(Map.of("source", source), null, 1));
  }

  private static RateLimits limits(long burst) {
    return new RateLimits(new RateLimit(1, burst), () -> 0);
  }
}
