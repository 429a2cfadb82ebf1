package io.caseclock.intake.accept;

import static io.caseclock.intake.accept.IntakeDesk.BEYOND;
import static io.caseclock.intake.accept.IntakeDesk.OVER;
import static io.caseclock.intake.accept.IntakeDesk.PRECINCT;
import static io.caseclock.intake.accept.IntakeDesk.assertRefused;
import static io.caseclock.intake.accept.IntakeDesk.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.EventId;
import io.caseclock.intake.accept.AcceptEvents.Request;
import io.caseclock.intake.journal.CheckedEvent;
import io.caseclock.intake.journal.Outcome;
import io.caseclock.problem.ProblemType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptEventsTest {
  private final IntakeDesk desk = new IntakeDesk();

  @Test
  void a_sound_event_is_kept_with_its_two_times() {
    var outcome = desk.accept(PRECINCT, event(Map.of("recordedtime", "2026-03-02T09:00:00+08:00")));

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Accepted(
                new EventId("urn:precinct:test", "e-1"),
                "A-1",
                Instant.parse("2026-03-02T01:30:00.123456Z")));
    assertThat(desk.kept.getFirst().occurredAt()).isEqualTo("2026-03-01T01:00:00Z");
    assertThat(desk.kept.getFirst().recordedAt()).isEqualTo("2026-03-02T01:00:00Z");
    assertThat(desk.kept.getFirst().officer()).isEqualTo("O1");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T01:35:00.123456Z, true",
    "2026-03-02T01:35:00.123457Z, false",
    "2026-03-02T01:30:00Z, true"
  })
  void five_minutes_ahead_are_the_most(String time, boolean accepted) {
    var outcome = desk.accept(PRECINCT, event(Map.of("time", time)));

    if (accepted) {
      assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    } else {
      assertRefused(outcome, ProblemType.TIME_IN_FUTURE, "/time");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T09:00:00",
        "2026-03-01",
        "yesterday",
        "1899-12-31T00:00:00Z",
        "9999-12-31T23:59:59-00:01",
        "+294277-01-01T00:00:00Z"
      })
  void a_time_without_an_offset_or_out_of_bounds_is_refused(String time) {
    assertRefused(
        desk.accept(PRECINCT, event(Map.of("time", time))), ProblemType.INVALID_EVENT, "/time");
  }

  @ParameterizedTest
  @CsvSource({
    "case/A-1,     '',  A-1",
    "case/A-1,     A-1, A-1",
    "incident/I-1, '',  I-1",
    "incident/I-1, A-9, A-9",
    "person/P-1,   A-9, A-9"
  })
  void the_timeline_is_the_stated_case_or_the_subject(
      String subject, String caseId, String expected) {
    Map<String, Object> data = new LinkedHashMap<>(Map.of("unit", "D0101"));
    if (!caseId.isEmpty()) {
      data.put("caseId", caseId);
    }

    desk.accept(PRECINCT, event(Map.of("subject", subject, "data", data)));

    assertThat(desk.kept).extracting(CheckedEvent::caseId).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "person/P-1, '',  /data/caseId",
    "case/A-1,   A-2, /data/caseId",
    "notice/N-1, A-1, /subject",
    "unit/D01,   A-1, /subject",
    "nonsense,   A-1, /subject",
    "'case/ A-1',     '',  /subject",
    "'case/\u3000A-1', '',  /subject",
    "'person/ P-1',   A-9, /subject",
    "'case/ ',        '',  /subject"
  })
  void a_subject_without_a_timeline_is_refused(String subject, String caseId, String pointer) {
    Map<String, Object> data = new LinkedHashMap<>(Map.of("unit", "D0101"));
    if (!caseId.isEmpty()) {
      data.put("caseId", caseId);
    }

    var outcome = desk.accept(PRECINCT, event(Map.of("subject", subject, "data", data)));

    assertRefused(outcome, ProblemType.INVALID_EVENT, pointer);
  }

  @Test
  void the_source_of_caseclock_itself_is_reserved() {
    var outcome = desk.accept(PRECINCT, event(Map.of("source", "urn:caseclock:intake")));

    assertRefused(outcome, ProblemType.INVALID_EVENT, "/source");
  }

  @Test
  void every_missing_attribute_is_named() {
    var outcome = desk.acceptEvents.accept(List.of(new Submission(Map.of(), null, 2)), PRECINCT);

    assertRefused(
        outcome.getFirst(),
        ProblemType.INVALID_EVENT,
        "/specversion",
        "/id",
        "/source",
        "/type",
        "/subject",
        "/time");
  }

  @ParameterizedTest
  @CsvSource({
    "public-security-case-handling, P30D,  city,    ''",
    "no-such-rule,                  P30D,  city,    /data/rule",
    "public-security-case-handling, month, city,    /data/adds",
    "public-security-case-handling, P1DT2H, city,   /data/adds",
    "public-security-case-handling, P0D,   city,    /data/adds",
    "public-security-case-handling, P30D,  nobody,  /data/level"
  })
  void an_extension_names_a_rule_a_period_and_a_level(
      String rule, String adds, String level, String pointer) {
    Map<String, Object> data = Map.of("unit", "D0101", "rule", rule, "adds", adds, "level", level);

    var outcome = desk.accept(PRECINCT, event(Map.of("type", "extension-approved", "data", data)));

    if (pointer.isEmpty()) {
      assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    } else {
      assertRefused(outcome, ProblemType.INVALID_EVENT, pointer);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bail-expiry, on, 2026-02-28, true",
    "bail-expiry, on, 2026-02-30, false",
    "bail-expiry, on, tomorrow, false",
    "detention-house-entered, term, P10D, true",
    "detention-house-entered, term, ten days, false"
  })
  void data_is_held_against_the_schema_that_the_pack_gives(
      String type, String member, String value, boolean accepted) {
    Map<String, Object> data = Map.of("unit", "D0101", "caseId", "A-1", member, value);

    var outcome =
        desk.accept(PRECINCT, event(Map.of("type", type, "subject", "person/P-1", "data", data)));

    if (accepted) {
      assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    } else {
      assertRefused(outcome, ProblemType.INVALID_EVENT, "/data/" + member);
    }
  }

  @Test
  void a_member_that_the_pack_requires_is_named_where_it_is_missing() {
    Map<String, Object> data = Map.of("unit", "D0101", "caseId", "A-1");

    var outcome =
        desk.accept(
            PRECINCT, event(Map.of("type", "bail-expiry", "subject", "person/P-1", "data", data)));

    assertRefused(outcome, ProblemType.INVALID_EVENT, "/data/on");
  }

  @Test
  void facts_are_held_against_the_packs() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("custody", "yes");
    facts.put("caseKind", "criminal");
    facts.put("no/such", true);
    var outcome =
        desk.accept(PRECINCT, event(Map.of("data", Map.of("unit", "D0101", "facts", facts))));

    assertRefused(
        outcome, ProblemType.INVALID_EVENT, "/data/facts/custody", "/data/facts/no~1such");
  }

  @Test
  void data_that_no_store_keeps_is_refused() {
    Map<String, Object> data = new LinkedHashMap<>(Map.of("unit", "D0101"));
    data.put("a", List.of("lone \ud800 half"));
    data.put("b", Double.POSITIVE_INFINITY);

    assertRefused(
        desk.accept(PRECINCT, event(Map.of("data", data))),
        ProblemType.INVALID_EVENT,
        "/data/a/0",
        "/data/b");
    var whole =
        Map.of("unit", "D0101", "element", "case", "provision", "x", "text", "pair \ud83d\ude80");
    assertThat(desk.accept(PRECINCT, event(Map.of("type", "finding-recorded", "data", whole))))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void a_member_that_nobody_reads_is_refused() {
    var misspelt = Map.of("unit", "D0101", "offcer", "P990101");

    assertRefused(
        desk.accept(PRECINCT, event(Map.of("data", misspelt))),
        ProblemType.INVALID_EVENT,
        "/data/offcer");
  }

  @Test
  void a_refused_event_leaves_its_neighbours_alone() {
    var outcomes =
        desk.acceptEvents.accept(
            List.of(event(Map.of()), event(Map.of("type", "none")), event(Map.of("id", "e-2"))),
            PRECINCT);

    assertThat(outcomes)
        .hasExactlyElementsOfTypes(
            Outcome.Accepted.class, Outcome.Refused.class, Outcome.Accepted.class);
    assertThat(desk.kept).hasSize(2);
  }

  @Test
  void a_request_beyond_its_quota_is_refused_whole_and_those_beside_it_are_not() {
    var faulty = event(Map.of("type", "none"));
    var outcomes =
        desk.acceptEvents.accept(
            List.of(
                new Request(List.of(event(Map.of("id", "before")), faulty), PRECINCT),
                new Request(List.of(faulty, event(Map.of("id", "beyond")), faulty), BEYOND),
                new Request(List.of(faulty, event(Map.of("id", "behind"))), PRECINCT)));

    assertThat(outcomes.get(0))
        .hasExactlyElementsOfTypes(Outcome.Accepted.class, Outcome.Refused.class);
    assertThat(outcomes.get(1)).containsExactly(OVER, OVER, OVER);
    assertThat(outcomes.get(2))
        .hasExactlyElementsOfTypes(Outcome.Refused.class, Outcome.Accepted.class);
    assertThat(desk.kept)
        .extracting(event -> event.eventId().id())
        .containsExactly("before", "behind");
  }

  @Test
  void what_is_not_sound_is_told_whatever_is_left_of_a_quota() {
    var outcome = desk.accept(BEYOND, event(Map.of("type", "none")));

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
  }
}
