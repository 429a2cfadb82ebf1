package io.caseclock.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.retention.Purge.PurgedCase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PurgeOldTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private final List<Instant> asked = new ArrayList<>();

  @Test
  void what_is_kept_for_ever_is_not_even_looked_for() {
    var purge = purge(null);

    assertThat(purge.isOn()).isFalse();
    assertThat(purge.next(NOW)).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void what_is_kept_for_a_while_goes_when_that_has_passed() {
    var purge = purge(Duration.ofDays(365));

    assertThat(purge.isOn()).isTrue();
    assertThat(purge.next(NOW)).hasSize(2);
    assertThat(asked).containsExactly(Instant.parse("2029-01-01T00:00:00Z"));
  }

  private PurgeOld purge(@Nullable Duration keptFor) {
    return new PurgeOld("evidence", this::two, 20, keptFor);
  }

  private List<PurgedCase> two(Instant before, int most) {
    assertThat(most).isEqualTo(20);
    asked.add(before);
    return List.of(new PurgedCase("A1", 1), new PurgedCase("A2", 3));
  }
}
