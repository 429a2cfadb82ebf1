package io.caseclock.monitor.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.monitor.deadline.NoEffect;
import io.caseclock.monitor.deadline.NoEffect.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiledEventTest {

  private static final Instant AT = Instant.parse("2026-03-02T02:00:00Z");

  private static FiledEvent because(Reason... reasons) {
    var event =
        new CaseEvent(
            new EventId("urn:precinct:x0101", "1"),
            "event-withdrawn",
            Subject.ofCase("A9900000000000001"),
            "A9900000000000001",
            AT,
            AT,
            null,
            "X0101",
            null,
            Map.of());
    return new FiledEvent(
        event,
        null,
        List.of(reasons).stream().map(reason -> new NoEffect(reason, List.of(), "")).toList());
  }

  @Test
  void what_changed_deadlines_is_not_said_to_be_merely_kept() {
    var withdrawal = because(Reason.KEPT).withEffects();

    assertThat(withdrawal.reasons()).isEmpty();
    assertThat(withdrawal.isWithoutEffect()).isFalse();
  }

  @Test
  void what_else_is_said_of_it_stays() {
    assertThat(because(Reason.KEPT, Reason.NOTHING_OPEN).withEffects().reasons())
        .extracting(NoEffect::reason)
        .containsExactly(Reason.NOTHING_OPEN);
  }
}
