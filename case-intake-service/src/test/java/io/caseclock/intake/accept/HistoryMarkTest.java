package io.caseclock.intake.accept;

import static io.caseclock.intake.accept.IntakeDesk.NOW;
import static io.caseclock.intake.accept.IntakeDesk.PRECINCT;
import static io.caseclock.intake.accept.IntakeDesk.assertRefused;
import static io.caseclock.intake.accept.IntakeDesk.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.intake.journal.HistoryMark;
import io.caseclock.intake.journal.Outcome;
import io.caseclock.intake.source.SourcePattern;
import io.caseclock.problem.ProblemType;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryMarkTest {
  private final IntakeDesk desk = new IntakeDesk();

  @Test
  void an_event_says_up_to_when_what_follows_is_history() {
    desk.accept(PRECINCT, event(Map.of("historyuntil", "2026-03-02T09:30:00+08:00")));

    var until = Instant.parse("2026-03-02T01:30:00Z");
    assertThat(kept()).isEqualTo(new HistoryMark(until, until));
    assertThat(desk.kept.getFirst().asCaseEvent(NOW).historyUntil()).isEqualTo(until);
  }

  @Test
  void an_event_that_says_nothing_is_told_like_any_other() {
    desk.accept(PRECINCT, event(Map.of()));

    assertThat(kept()).isEqualTo(HistoryMark.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T01:30:00.123456Z, true",
    "2026-03-02T01:30:00.123457Z, false",
    "2026-03-02T01:31:00Z, false"
  })
  void what_is_to_come_is_no_history(String until, boolean accepted) {
    var outcome = desk.accept(PRECINCT, event(Map.of("historyuntil", until)));

    if (accepted) {
      assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    } else {
      assertRefused(outcome, ProblemType.TIME_IN_FUTURE, "/historyuntil");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-01", "2026-03-01T00:00:00", "true", " "})
  void what_is_no_instant_is_refused(String until) {
    assertRefused(
        desk.accept(PRECINCT, event(Map.of("historyuntil", until))),
        ProblemType.INVALID_EVENT,
        "/historyuntil");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T00:59:59Z, false",
    "2026-03-01T01:00:00Z, false",
    "2026-03-01T01:00:00.000001Z, true"
  })
  void what_happened_before_the_source_was_in_daily_use_is_history(String goLive, boolean marked) {
    var at = Instant.parse(goLive);
    desk.goLives.set(new SourcePattern("urn:precinct:", true), at, "admin", NOW);

    desk.accept(PRECINCT, event(Map.of()));

    assertThat(kept()).isEqualTo(marked ? new HistoryMark(null, at) : HistoryMark.NONE);
  }

  @Test
  void the_later_of_both_words_holds() {
    var goLive = Instant.parse("2026-03-01T02:00:00Z");
    desk.goLives.set(new SourcePattern("urn:precinct:test", false), goLive, "admin", NOW);

    desk.accept(PRECINCT, event(Map.of("historyuntil", "2026-03-01T01:30:00Z")));
    desk.accept(PRECINCT, event(Map.of("id", "e-2", "historyuntil", "2026-03-02T00:00:00Z")));

    assertThat(kept()).isEqualTo(new HistoryMark(Instant.parse("2026-03-01T01:30:00Z"), goLive));
    assertThat(desk.kept.get(1).history().until()).isEqualTo("2026-03-02T00:00:00Z");
  }

  @Test
  void a_date_of_the_source_itself_goes_before_one_of_its_beginning() {
    var own = Instant.parse("2026-03-01T02:00:00Z");
    desk.goLives.set(
        new SourcePattern("urn:precinct:", true), Instant.parse("2026-03-02T00:00:00Z"), "a", NOW);
    desk.goLives.set(new SourcePattern("urn:precinct:test", false), own, "a", NOW);

    desk.accept(PRECINCT, event(Map.of()));

    assertThat(kept()).isEqualTo(new HistoryMark(null, own));
  }

  private HistoryMark kept() {
    return desk.kept.getFirst().history();
  }
}
