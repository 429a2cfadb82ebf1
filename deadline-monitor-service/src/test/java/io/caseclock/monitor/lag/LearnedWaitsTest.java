package io.caseclock.monitor.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.monitor.watch.ArrivalGap;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnedWaitsTest {

  private static final WaitSettings SETTINGS =
      new WaitSettings(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofHours(1));
  private static final String SLOW = "urn:precinct:slow";

  private final Shared shared = new Shared();
  private final LearnedWaits waits = replica();

  @Test
  void of_an_unknown_source_the_setting_holds() {
    assertThat(waits.of(SLOW)).isEqualTo(Duration.ofSeconds(30));
    assertThat(waits.longest()).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource({"PT0S, PT5S", "PT6S, PT10S", "PT4M, PT5M", "PT90M, PT1H", "P30D, PT1H"})
  void a_source_is_waited_for_as_long_as_it_usually_takes_within_bounds(
      Duration gap, Duration wait) {
    learn(waits, gap, 20);

    assertThat(waits.of(SLOW)).isEqualTo(wait);
    assertThat(waits.of("urn:precinct:other")).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void nineteen_gaps_tell_nothing() {
    learn(waits, Duration.ofMinutes(4), 19);

    assertThat(waits.of(SLOW)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void one_straggler_in_twenty_changes_nothing() {
    learn(waits, Duration.ofSeconds(9), 95);
    learn(waits, Duration.ofDays(2), 5);
    assertThat(waits.of(SLOW)).isEqualTo(Duration.ofSeconds(10));

    learn(waits, Duration.ofDays(2), 5);
    assertThat(waits.of(SLOW)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void what_caseclock_itself_adds_comes_at_once() {
    assertThat(waits.of("urn:caseclock:notification")).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void replicas_know_what_the_others_learned() {
    var other = replica();
    learn(waits, Duration.ofMinutes(4), 12);
    learn(other, Duration.ofMinutes(4), 12);

    waits.exchange();

    assertThat(waits.of(SLOW)).isEqualTo(Duration.ofMinutes(5));
    assertThat(other.of(SLOW)).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void settings_that_contradict_each_other_stop_the_start() {
    assertThatThrownBy(
            () -> new WaitSettings(Duration.ZERO, Duration.ofHours(2), Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("settle-longest");
  }

  private static void learn(LearnedWaits waits, Duration gap, int times) {
    waits.learn(Collections.nCopies(times, new ArrivalGap(SLOW, gap)));
    waits.exchange();
  }

  private LearnedWaits replica() {
    return new LearnedWaits(shared, SETTINGS, () -> Instant.EPOCH);
  }

  /** What the replicas share, without forgetting. */
  private static final class Shared implements SourceGaps {

    private final Map<String, double[]> all = new HashMap<>();

    @Override
    public void add(Map<String, GapCounts> counts, Instant now) {
      counts.forEach(
          (source, each) -> {
            var sum = all.computeIfAbsent(source, any -> new double[GapCounts.BUCKETS]);
            for (var bucket = 0; bucket < sum.length; bucket++) {
              sum[bucket] += each.weights().get(bucket);
            }
          });
    }

    @Override
    public Map<String, GapCounts> all(Instant now) {
      Map<String, GapCounts> counts = new HashMap<>();
      all.forEach((source, weights) -> counts.put(source, GapCounts.of(weights)));
      return counts;
    }
  }
}
