package io.caseclock.intake.accept;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.admission.RateLimit;
import io.caseclock.admission.RateLimits;
import io.caseclock.intake.source.OwnRates;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventRateLimitsTest {

  private static final Caller C = client("c", "D01");
  private static final Caller D = client("d", "D01");

  private final RateLimits sources = limits(10);
  private final Map<String, Long> ownRates = new HashMap<>();
  private final OwnRates own = new OwnRates(() -> ownRates, new RateLimit(10, 30), () -> 0);
  private final EventRateLimits shares = new EventRateLimits(limits(30), sources, own);

  @Test
  void a_source_has_its_share_and_another_of_the_same_client_its_own() {
    assertThat(shares.spend(C, events("urn:a", 10))).isZero();

    assertThat(shares.spend(C, events("urn:a", 1))).isPositive();

    assertThat(shares.spend(C, events("urn:b", 10))).isZero();
  }

  @Test
  void the_same_source_of_another_client_is_another() {
    shares.spend(C, events("urn:a", 10));

    assertThat(shares.spend(D, events("urn:a", 10))).isZero();
  }

  @Test
  void a_client_has_its_share_whatever_its_sources_are_called() {
    for (var number = 0; number < 30; number++) {
      assertThat(shares.untilFree(C)).isZero();
      assertThat(shares.spend(C, events("urn:" + number, 1))).isZero();
    }

    assertThat(shares.untilFree(C)).isPositive();
    assertThat(shares.spend(C, events("urn:new", 1))).isPositive();
    assertThat(shares.untilFree(D)).isZero();
  }

  @Test
  void a_source_that_is_no_text_or_endless_counts_too() {
    shares.spend(C, List.of(new Submission(Map.of("source", 7), null, 1)));
    shares.spend(C, events("u".repeat(100_000), 1));

    assertThat(sources.names()).isEqualTo(2);
  }

  @Test
  void a_client_with_a_rate_of_its_own_has_that_and_the_others_theirs() {
    ownRates.put("c", 2L);
    own.readAgain();

    assertThat(shares.spend(C, events("urn:a", 6))).isZero();

    assertThat(shares.untilFree(C)).isEqualTo(Duration.ofSeconds(3));
    assertThat(shares.spend(C, events("urn:b", 2))).isEqualTo(Duration.ofSeconds(1));
    assertThat(shares.spend(D, events("urn:a", 10))).isZero();
  }

  @Test
  void a_rate_of_ones_own_is_shared_by_all_units_of_the_client() {
    ownRates.put("c", 2L);
    own.readAgain();

    shares.spend(C, events("urn:a", 6));

    assertThat(shares.untilFree(client("c", "D02"))).isPositive();
  }

  @Test
  void what_was_spent_stays_spent_until_the_rate_is_another_one() {
    ownRates.put("c", 2L);
    own.readAgain();
    shares.spend(C, events("urn:a", 6));

    own.readAgain();
    assertThat(shares.untilFree(C)).isPositive();

    ownRates.put("c", 3L);
    own.readAgain();
    assertThat(shares.untilFree(C)).isZero();

    ownRates.clear();
    own.readAgain();
    assertThat(shares.spend(C, events("urn:b", 10))).isZero();
  }

  @Test
  void the_share_of_all_holds_for_a_client_with_a_rate_of_its_own_too() {
    ownRates.put("c", 1_000L);
    own.readAgain();

    for (var number = 0; number < 30; number++) {
      assertThat(shares.spend(C, events("urn:" + number, 1))).isZero();
    }

    assertThat(shares.untilFree(C)).isPositive();
  }

  private static Caller client(String name, String unit) {
    return new Caller(name, Set.of(Role.PRECINCT_SYSTEM), unit, null);
  }

  private static List<Submission> events(String source, int count) {
    return Collections.nCopies(count, new Submission(Map.of("source", source), null, 1));
  }

  private static RateLimits limits(long burst) {
    return new RateLimits(new RateLimit(1, burst), () -> 0);
  }
}
