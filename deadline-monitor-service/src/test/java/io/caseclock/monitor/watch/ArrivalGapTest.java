package io.caseclock.monitor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArrivalGapTest {

  private static final String PRECINCT = "urn:precinct:x01";
  private static final CaseEvent FIRST = event(PRECINCT, "a", "08:00", "10:00", null);

  @Test
  void what_had_happened_when_another_event_came_was_on_its_way() {
    var later = event(PRECINCT, "b", "09:59", "10:07", null);

    assertThat(ArrivalGap.of(List.of(FIRST, later), List.of(later)))
        .containsExactly(new ArrivalGap(PRECINCT, Duration.ofMinutes(7)));
  }

  @Test
  void what_happened_since_was_not() {
    var later = event(PRECINCT, "b", "10:00", "10:07", null);

    assertThat(ArrivalGap.of(List.of(FIRST, later), List.of(later))).isEmpty();
  }

  @Test
  void events_that_come_together_count_one_after_the_other() {
    var second = event(PRECINCT, "b", "08:30", "10:02", null);
    var third = event(PRECINCT, "c", "08:10", "10:05", null);

    assertThat(ArrivalGap.of(List.of(FIRST, second, third), List.of(third, second, FIRST)))
        .extracting(ArrivalGap::gap)
        .containsExactly(Duration.ofMinutes(2), Duration.ofMinutes(3));
  }

  @Test
  void history_and_what_caseclock_adds_teach_nothing() {
    var old = event(PRECINCT, "b", "08:30", "10:02", Instant.parse("2026-03-02T10:00:00Z"));
    var own = event("urn:caseclock:notification", "c", "08:30", "10:02", null);

    assertThat(ArrivalGap.of(List.of(FIRST, old, own), List.of(old, own))).isEmpty();
  }

  private static CaseEvent event(
      String source, String id, String happened, String accepted, @Nullable Instant history) {
    return new CaseEvent(
        new EventId(source, id),
        "case-filed",
        Subject.ofCase("A990001"),
        "A990001",
        Instant.parse("2026-03-02T" + happened + ":00Z"),
        Instant.parse("2026-03-02T" + accepted + ":00Z"),
        null,
        "X01",
        null,
        null,
        history,
        Map.of());
  }
}
