package io.caseclock.bench.lateness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanTest {

  private final Plan plan = Plan.of(List.of(2, 10), 3);

  @Test
  void the_first_stretch_warms_up_and_does_not_count() {
    assertThat(plan.stretches()).hasSize(3);
    assertThat(plan.measured()).extracting(Plan.Stretch::perSecond).containsExactly(2, 10);
    assertThat(plan.measured()).extracting(Plan.Stretch::deadlines).containsExactly(6, 30);
  }

  @Test
  void all_of_a_stretch_are_due_at_its_rate_after_a_pause() {
    var second = plan.measured().getFirst();

    assertThat(plan.all().subList(10, 13))
        .containsExactly(
            Duration.ofSeconds(10), Duration.ofMillis(10_500), Duration.ofMillis(11_000));
    assertThat(second.holds(9)).isFalse();
    assertThat(second.holds(10)).isTrue();
    assertThat(second.holds(15)).isTrue();
    assertThat(second.holds(16)).isFalse();
  }

  @Test
  void lateness_counts_from_the_due_instant_of_the_plan() {
    var first = 5_000_000_000L;
    var lateness = new Lateness(plan, first, Map.of("a", 10, "b", 11, "other", 0));
    var seen = Map.of("a", first + 10_250_000_000L, "b", first + 11_500_000_000L, "stranger", 1L);

    var timings =
        lateness.of(
            plan.measured().getFirst(),
            Stream.of("a", "b", "stranger"),
            name -> name,
            name -> seen.getOrDefault(name, 0L));

    assertThat(timings.nanos()).containsExactly(250_000_000L, 1_000_000_000L);
  }
}
