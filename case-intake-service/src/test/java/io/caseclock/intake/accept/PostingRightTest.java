package io.caseclock.intake.accept;

import static io.caseclock.intake.accept.IntakeDesk.PRECINCT;
import static io.caseclock.intake.accept.IntakeDesk.assertRefused;
import static io.caseclock.intake.accept.IntakeDesk.caller;
import static io.caseclock.intake.accept.IntakeDesk.event;
import static io.caseclock.intake.accept.IntakeDesk.officer;
import static io.caseclock.intake.accept.IntakeDesk.problem;
import static io.caseclock.intake.accept.IntakeDesk.unit;
import static io.caseclock.intake.accept.IntakeDesk.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.Role;
import io.caseclock.intake.journal.Outcome;
import io.caseclock.problem.ProblemType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostingRightTest {
  private final IntakeDesk desk = new IntakeDesk();

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
        type.equals("finding-recorded")
            ? Map.of("unit", "D0101", "element", "case", "provision", "test 1", "text", "fictional")
            : Map.of("unit", "D0101");

    var isPerson = role == Role.SUPERVISOR || role == Role.LEGAL_OFFICER;
    var source = isPerson ? "urn:person:account:test" : "urn:precinct:test";
    var outcome =
        desk.accept(
            caller(role, unit), event(Map.of("type", type, "source", source, "data", data)));

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
    var outcome = desk.accept(caller(role, own), unit(unit, parent));

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
        desk.accept(administrator, unit("D01", "D0101")),
        ProblemType.INVALID_EVENT,
        "/data/parent");
    assertRefused(
        desk.accept(administrator, unit("D01", "D01")), ProblemType.INVALID_EVENT, "/data/parent");
    assertRefused(
        desk.accept(administrator, unit("a/b", "D01")), ProblemType.INVALID_EVENT, "/subject");
  }

  @Test
  void a_batch_may_use_the_units_that_it_registers() {
    var outcomes =
        desk.acceptEvents.accept(
            List.of(
                unit("D0109", "D01"),
                unit("D010901", "D0109"),
                event(Map.of("data", Map.of("unit", "D010901")))),
            caller(Role.ADMINISTRATOR, "D01"));

    assertThat(outcomes).hasOnlyElementsOfType(Outcome.Accepted.class);
  }

  @Test
  void only_events_of_the_own_units_are_withdrawn() {
    desk.accept(PRECINCT, event(Map.of()));

    var foreign = caller(Role.PRECINCT_SYSTEM, "D02");
    assertRefused(
        desk.accept(foreign, withdrawal("e-1", "D02")), ProblemType.NOT_ALLOWED, "/data/id");
    assertThat(desk.accept(foreign, withdrawal("not-here-yet", "D02")))
        .isInstanceOf(Outcome.Accepted.class);
    assertThat(desk.accept(PRECINCT, withdrawal("e-1", "D0101")))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void whether_an_event_of_another_source_is_there_is_not_told() {
    Map<String, Object> data =
        Map.of("unit", "D02", "source", "urn:precinct:other", "id", "e-1", "reason", "typing");
    var foreign = caller(Role.PRECINCT_SYSTEM, "D02");
    var taking = event(Map.of("type", "event-withdrawn", "id", "withdraw-e-1", "data", data));

    var before = desk.accept(foreign, taking);
    desk.accept(caller(Role.PRECINCT_SYSTEM, "D01"), event(Map.of("source", "urn:precinct:other")));

    assertRefused(before, ProblemType.NOT_ALLOWED, "/data/source");
    assertThat(desk.accept(foreign, taking)).isEqualTo(before);
  }

  @Test
  void a_withdrawal_does_not_take_back_itself() {
    Map<String, Object> data =
        Map.of("unit", "D0101", "source", "urn:precinct:test", "id", "w-1", "reason", "typing");

    assertRefused(
        desk.accept(PRECINCT, event(Map.of("type", "event-withdrawn", "id", "w-1", "data", data))),
        ProblemType.INVALID_EVENT,
        "/data/id");
  }

  @Test
  void an_officer_of_another_part_of_the_tree_is_not_taken_over() {
    var administrator = caller(Role.ADMINISTRATOR, "D01");

    assertThat(desk.accept(administrator, officer("O9", "D0101")))
        .isInstanceOf(Outcome.Accepted.class);
    assertRefused(
        desk.accept(administrator, officer("O2", "D0101")), ProblemType.NOT_ALLOWED, "/subject");
    assertRefused(
        desk.accept(administrator, officer("O9", "D99")), ProblemType.UNKNOWN_UNIT, "/data/unit");
  }
}
