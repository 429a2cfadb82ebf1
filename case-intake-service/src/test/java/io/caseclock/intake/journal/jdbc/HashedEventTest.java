package io.caseclock.intake.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.intake.journal.CheckedEvent;
import io.caseclock.intake.journal.HistoryMark;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HashedEventTest {
  private static final Instant AT = Instant.parse("2026-03-01T01:00:00Z");
  private static final Instant LATER = Instant.parse("2026-03-02T01:00:00Z");

  @Test
  void what_the_sender_says_of_history_is_part_of_the_content() {
    assertThat(hash(HistoryMark.sent(LATER)))
        .isNotEqualTo(hash(HistoryMark.NONE))
        .isNotEqualTo(hash(HistoryMark.sent(AT)));
  }

  @Test
  void a_go_live_date_makes_no_other_content_of_what_is_sent_again() {
    assertThat(hash(HistoryMark.NONE.before(LATER))).isEqualTo(hash(HistoryMark.NONE));
    assertThat(hash(HistoryMark.sent(AT).before(LATER))).isEqualTo(hash(HistoryMark.sent(AT)));
  }

  private static String hash(HistoryMark mark) {
    return HashedEvent.of(
            new CheckedEvent(
                new EventId("urn:precinct:test", "e-1"),
                "case-filed",
                Subject.ofCase("A-1"),
                "A-1",
                "D0101",
                null,
                AT,
                null,
                null,
                mark,
                Map.of("unit", "D0101"),
                null,
                Map.of()),
            AT)
        .hex();
  }
}
