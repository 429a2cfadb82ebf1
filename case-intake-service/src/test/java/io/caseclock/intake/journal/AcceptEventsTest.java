package io.caseclock.intake.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.contract.EventId;
import io.caseclock.intake.schema.EventCatalogue;
import io.caseclock.intake.schema.wire.JsonSchemaCheck;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptEventsTest {

  private static final Instant NOW = Instant.parse("2026-03-02T01:30:00.123456789Z");
  private static final EventCatalogue CATALOGUE =
      new EventCatalogue(List.of(PackReader.require(PackFiles.shipped("cn-public-security"))));
  private static final JsonSchemaCheck SCHEMAS = new JsonSchemaCheck(CATALOGUE.types());
  private static final Caller PRECINCT = caller(Role.PRECINCT_SYSTEM, "D01");

  private final InMemoryDirectory directory =
      new InMemoryDirectory()
          .unit("D01", null, "/D01/")
          .unit("D0101", "D01", "/D01/D0101/")
          .unit("D02", null, "/D02/")
          .officer("O2", "D02");
  private final List<JournalEntry> kept = new ArrayList<>();
  private final Journal journal = new KeepAll();
  private final AcceptEvents acceptEvents =
      new AcceptEvents(
          new EventCheck(CATALOGUE, SCHEMAS, directory, journal), directory, journal, () -> NOW);

  @Test
  void a_sound_event_is_kept_with_its_two_times() {
    var outcome = accept(PRECINCT, event(Map.of("recordedtime", "2026-03-02T09:00:00+08:00")));

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Accepted(
                new EventId("urn:precinct:test", "e-1"),
                "A-1",
                Instant.parse("2026-03-02T01:30:00.123456Z")));
    assertThat(kept.getFirst().occurredAt()).isEqualTo("2026-03-01T01:00:00Z");
    assertThat(kept.getFirst().recordedAt()).isEqualTo("2026-03-02T01:00:00Z");
    assertThat(kept.getFirst().officer()).isEqualTo("O1");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T01:35:00.123456Z, true",
    "2026-03-02T01:35:00.123457Z, false",
    "2026-03-02T01:30:00Z, true"
  })
  void five_minutes_ahead_are_the_most(String time, boolean accepted) {
    var outcome = accept(PRECINCT, event(Map.of("time", time)));

    if (accepted) {
      assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    } else {
      assertRefused(outcome, ProblemType.TIME_IN_FUTURE, "/time");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-01T09:00:00", "2026-03-01", "yesterday", "1899-12-31T00:00:00Z"})
  void a_time_without_an_offset_or_before_1900_is_refused(String time) {
    assertRefused(
        accept(PRECINCT, event(Map.of("time", time))), ProblemType.INVALID_EVENT, "/time");
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

    accept(PRECINCT, event(Map.of("subject", subject, "data", data)));

    assertThat(kept).extracting(JournalEntry::caseId).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "person/P-1, '',  /data/caseId",
    "case/A-1,   A-2, /data/caseId",
    "notice/N-1, A-1, /subject",
    "unit/D01,   A-1, /subject",
    "nonsense,   A-1, /subject"
  })
  void a_subject_without_a_timeline_is_refused(String subject, String caseId, String pointer) {
    Map<String, Object> data = new LinkedHashMap<>(Map.of("unit", "D0101"));
    if (!caseId.isEmpty()) {
      data.put("caseId", caseId);
    }

    var outcome = accept(PRECINCT, event(Map.of("subject", subject, "data", data)));

    assertRefused(outcome, ProblemType.INVALID_EVENT, pointer);
  }

  @Test
  void the_source_of_caseclock_itself_is_reserved() {
    var outcome = accept(PRECINCT, event(Map.of("source", "urn:caseclock:intake")));

    assertRefused(outcome, ProblemType.INVALID_EVENT, "/source");
  }

  @Test
  void every_missing_attribute_is_named() {
    var outcome = acceptEvents.accept(List.of(new Submission(Map.of(), null, 2)), PRECINCT);

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

    var outcome = accept(PRECINCT, event(Map.of("type", "extension-approved", "data", data)));

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
        accept(PRECINCT, event(Map.of("type", type, "subject", "person/P-1", "data", data)));

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
        accept(
            PRECINCT, event(Map.of("type", "bail-expiry", "subject", "person/P-1", "data", data)));

    assertRefused(outcome, ProblemType.INVALID_EVENT, "/data/on");
  }

  @Test
  void facts_are_held_against_the_packs() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("custody", "yes");
    facts.put("caseKind", "criminal");
    facts.put("no/such", true);
    var outcome = accept(PRECINCT, event(Map.of("data", Map.of("unit", "D0101", "facts", facts))));

    assertRefused(
        outcome, ProblemType.INVALID_EVENT, "/data/facts/custody", "/data/facts/no~1such");
  }

  @Test
  void data_that_no_store_keeps_is_refused() {
    Map<String, Object> data = new LinkedHashMap<>(Map.of("unit", "D0101"));
    data.put("a", List.of("lone \ud800 half"));
    data.put("b", Double.POSITIVE_INFINITY);

    assertRefused(
        accept(PRECINCT, event(Map.of("data", data))),
        ProblemType.INVALID_EVENT,
        "/data/a/0",
        "/data/b");
    data.put("a", "a whole pair \ud83d\ude80");
    data.remove("b");
    assertThat(accept(PRECINCT, event(Map.of("data", data)))).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void a_refused_event_leaves_its_neighbours_alone() {
    var outcomes =
        acceptEvents.accept(
            List.of(event(Map.of()), event(Map.of("type", "none")), event(Map.of("id", "e-2"))),
            PRECINCT);

    assertThat(outcomes)
        .hasExactlyElementsOfTypes(
            Outcome.Accepted.class, Outcome.Refused.class, Outcome.Accepted.class);
    assertThat(kept).hasSize(2);
  }

  @Nested
  class Rights {

    @ParameterizedTest
    @CsvSource({
      "PRECINCT_SYSTEM, D01, case-filed, true",
      "PRECINCT_SYSTEM, D0101, case-filed, true",
      "PRECINCT_SYSTEM, D02, case-filed, false",
      "PRECINCT_SYSTEM, '', case-filed, false",
      "ADMINISTRATOR, D01, case-filed, true",
      "ADMINISTRATOR, '', case-filed, false",
      "SUPERVISOR, D01, case-filed, false",
      "LEGAL_OFFICER, D01, case-filed, false",
      "OFFICER, D01, case-filed, false",
      "AUDITOR, D01, finding-recorded, false",
      "SUPERVISOR, D01, finding-recorded, true",
      "LEGAL_OFFICER, D0101, finding-recorded, true",
      "LEGAL_OFFICER, D02, finding-recorded, false"
    })
    void a_role_posts_its_kinds_for_its_own_units(
        Role role, String unit, String type, boolean accepted) {
      Map<String, Object> data =
          Map.of("unit", "D0101", "element", "case", "provision", "test 1", "text", "fictional");

      var outcome = accept(caller(role, unit), event(Map.of("type", type, "data", data)));

      if (accepted) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
      } else {
        assertThat(problem(outcome)).isEqualTo(ProblemType.NOT_ALLOWED);
      }
    }

    @ParameterizedTest
    @CsvSource({
      "ADMINISTRATOR, '',  D03,   '',    true",
      "ADMINISTRATOR, D03, D03,   '',    true",
      "ADMINISTRATOR, D01, D0102, D01,   true",
      "ADMINISTRATOR, D01, D0101, D01,   true",
      "ADMINISTRATOR, D01, D03,   '',    false",
      "ADMINISTRATOR, D01, D0103, D02,   false",
      "ADMINISTRATOR, D01, D02,   D01,   false",
      "ADMINISTRATOR, D01, D01,   D02,   false",
      "PRECINCT_SYSTEM, D01, D0102, D01, false"
    })
    void an_administrator_grows_the_own_part_of_the_tree(
        Role role, String own, String unit, String parent, boolean accepted) {
      var outcome = accept(caller(role, own), unit(unit, parent));

      if (accepted) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
      } else {
        assertThat(problem(outcome)).isEqualTo(ProblemType.NOT_ALLOWED);
      }
    }

    @Test
    void a_unit_never_lies_below_itself() {
      var administrator = caller(Role.ADMINISTRATOR, "");

      assertRefused(
          accept(administrator, unit("D01", "D0101")), ProblemType.INVALID_EVENT, "/data/parent");
      assertRefused(
          accept(administrator, unit("D01", "D01")), ProblemType.INVALID_EVENT, "/data/parent");
      assertRefused(
          accept(administrator, unit("a/b", "D01")), ProblemType.INVALID_EVENT, "/subject");
    }

    @Test
    void a_batch_may_use_the_units_that_it_registers() {
      var outcomes =
          acceptEvents.accept(
              List.of(
                  unit("D0109", "D01"),
                  unit("D010901", "D0109"),
                  event(Map.of("data", Map.of("unit", "D010901")))),
              caller(Role.ADMINISTRATOR, "D01"));

      assertThat(outcomes).hasOnlyElementsOfType(Outcome.Accepted.class);
    }

    @Test
    void only_events_of_the_own_units_are_withdrawn() {
      accept(PRECINCT, event(Map.of()));

      var foreign = caller(Role.PRECINCT_SYSTEM, "D02");
      assertRefused(accept(foreign, withdrawal("e-1", "D02")), ProblemType.NOT_ALLOWED, "/data/id");
      assertThat(accept(foreign, withdrawal("not-here-yet", "D02")))
          .isInstanceOf(Outcome.Accepted.class);
      assertThat(accept(PRECINCT, withdrawal("e-1", "D0101"))).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void an_officer_of_another_part_of_the_tree_is_not_taken_over() {
      var administrator = caller(Role.ADMINISTRATOR, "D01");

      assertThat(accept(administrator, officer("O9", "D0101")))
          .isInstanceOf(Outcome.Accepted.class);
      assertRefused(
          accept(administrator, officer("O2", "D0101")), ProblemType.NOT_ALLOWED, "/subject");
      assertRefused(
          accept(administrator, officer("O9", "D99")), ProblemType.UNKNOWN_UNIT, "/data/unit");
    }
  }

  private Outcome accept(Caller caller, Submission submission) {
    return acceptEvents.accept(List.of(submission), caller).getFirst();
  }

  private static ProblemType problem(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).problem().type();
  }

  private static void assertRefused(Outcome outcome, ProblemType type, String... pointers) {
    assertThat(problem(outcome)).isEqualTo(type);
    assertThat(((Outcome.Refused) outcome).problem().violations())
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder(pointers);
  }

  private static Submission event(Map<String, Object> changes) {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("specversion", "1.0");
    attributes.put("id", "e-1");
    attributes.put("source", "urn:precinct:test");
    attributes.put("type", "case-filed");
    attributes.put("subject", "case/A-1");
    attributes.put("time", "2026-03-01T09:00:00+08:00");
    attributes.put("data", Map.of("unit", "D0101", "officer", "O1"));
    attributes.putAll(changes);
    var data = attributes.remove("data");
    return new Submission(attributes, data, 300);
  }

  private static Submission unit(String id, String parent) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("names", Map.of("zh", "测试", "en", "Test"));
    data.put("kind", "station");
    if (!parent.isEmpty()) {
      data.put("parent", parent);
    }
    return event(
        Map.of("type", "unit-registered", "subject", "unit/" + id, "id", "u-" + id, "data", data));
  }

  private static Submission withdrawal(String id, String unit) {
    Map<String, Object> data =
        Map.of("unit", unit, "source", "urn:precinct:test", "id", id, "reason", "typing error");
    return event(Map.of("type", "event-withdrawn", "id", "withdraw-" + id + unit, "data", data));
  }

  private static Submission officer(String id, String unit) {
    Map<String, Object> data = Map.of("name", "张测试", "unit", unit, "roles", List.of("officer"));
    return event(
        Map.of(
            "type", "officer-assigned", "subject", "officer/" + id, "id", "o-" + id, "data", data));
  }

  private static Caller caller(Role role, String unit) {
    return new Caller("test", Set.of(role), unit.isEmpty() ? null : unit, null);
  }

  /** Keeps whatever it is given. */
  private final class KeepAll implements Journal {

    @Override
    public List<Outcome> keep(List<JournalEntry> entries, Instant acceptedAt) {
      kept.addAll(entries);
      Stream<Outcome> accepted =
          entries.stream()
              .map(entry -> new Outcome.Accepted(entry.eventId(), entry.caseId(), acceptedAt));
      return accepted.toList();
    }

    @Override
    public Optional<String> unitOf(EventId id) {
      return kept.stream()
          .filter(entry -> entry.eventId().equals(id))
          .map(JournalEntry::unit)
          .findFirst();
    }

    @Override
    public Optional<Receipt> receipt(EventId id, String visibleUnit) {
      return Optional.empty();
    }

    @Override
    public List<KeptEvent> ofCase(String caseId, String visibleUnit, Window window) {
      return List.of();
    }

    @Override
    public List<Conflict> conflicts(String visibleUnit, Window window) {
      return List.of();
    }
  }
}
