package io.caseclock.intake.accept;

import static io.caseclock.intake.accept.IntakeDesk.PRECINCT;
import static io.caseclock.intake.accept.IntakeDesk.assertRefused;
import static io.caseclock.intake.accept.IntakeDesk.caller;
import static io.caseclock.intake.accept.IntakeDesk.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.intake.journal.Outcome;
import io.caseclock.problem.ProblemType;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseRightTest {

  private static final Caller STATION = caller(Role.PRECINCT_SYSTEM, "D0101");
  private static final Caller NEIGHBOUR = caller(Role.PRECINCT_SYSTEM, "D02");

  private final IntakeDesk desk = new IntakeDesk();
  private int count;

  private Outcome tells(Caller caller, String type, String unit, Map<String, Object> more) {
    Map<String, Object> data = new HashMap<>(more);
    data.put("unit", unit);
    return desk.accept(caller, event(Map.of("type", type, "id", "e" + ++count, "data", data)));
  }

  private Outcome tells(Caller caller, String type, String unit) {
    return tells(caller, type, unit, Map.of());
  }

  private Outcome handsOver(Caller caller, String to) {
    return tells(
        caller, "case-assigned", to, Map.of("officer", "O9", "reason", "fictional transfer"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"decision-made", "case-withdrawn", "case-filed", "case-closed"})
  void a_neighbour_tells_nothing_of_an_opened_case(String type) {
    tells(STATION, "case-filed", "D0101");

    assertRefused(tells(NEIGHBOUR, type, "D02"), ProblemType.NOT_ALLOWED, "/subject");
    assertThat(desk.kept).hasSize(1);
  }

  @Test
  void a_neighbour_refuses_itself_also_where_the_subject_is_a_person_of_the_case() {
    tells(STATION, "case-filed", "D0101");
    var outcome =
        desk.accept(
            NEIGHBOUR,
            event(
                Map.of(
                    "type", "facts-stated",
                    "id", "p1",
                    "subject", "person/P-1",
                    "data",
                        Map.of(
                            "unit", "D02",
                            "caseId", desk.kept.getFirst().caseId(),
                            "facts", Map.of("custody", true)))));

    assertRefused(outcome, ProblemType.NOT_ALLOWED, "/data/caseId");
  }

  @Test
  void the_unit_above_tells_of_a_case_of_its_station() {
    tells(STATION, "case-filed", "D0101");

    assertThat(tells(PRECINCT, "decision-made", "D01")).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void the_station_tells_nothing_of_a_case_of_the_unit_above() {
    tells(PRECINCT, "case-filed", "D01");

    assertRefused(tells(STATION, "decision-made", "D0101"), ProblemType.NOT_ALLOWED, "/subject");
  }

  @Test
  void whoever_opens_is_taken_in_while_nothing_has_opened_the_case() {
    tells(NEIGHBOUR, "decision-made", "D02");

    assertRefused(tells(STATION, "decision-made", "D0101"), ProblemType.NOT_ALLOWED, "/subject");
    assertThat(tells(STATION, "case-filed", "D0101")).isInstanceOf(Outcome.Accepted.class);
    assertRefused(tells(NEIGHBOUR, "decision-made", "D02"), ProblemType.NOT_ALLOWED, "/subject");
  }

  @Test
  void a_case_is_handed_over_by_who_has_it_and_by_nobody_else() {
    tells(STATION, "case-filed", "D0101");

    assertRefused(handsOver(NEIGHBOUR, "D02"), ProblemType.NOT_ALLOWED, "/subject");
    assertThat(handsOver(STATION, "D02")).isInstanceOf(Outcome.Accepted.class);
    assertThat(tells(NEIGHBOUR, "decision-made", "D02")).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void an_administrator_bound_to_no_unit_hands_any_case_over() {
    tells(STATION, "case-filed", "D0101");

    assertThat(handsOver(caller(Role.ADMINISTRATOR, ""), "D02"))
        .isInstanceOf(Outcome.Accepted.class);
    assertRefused(
        handsOver(caller(Role.PRECINCT_SYSTEM, ""), "D0101"),
        ProblemType.NOT_ALLOWED,
        "/data/unit");
  }

  @Test
  void a_case_is_handed_only_to_a_unit_that_is_known() {
    tells(STATION, "case-filed", "D0101");

    assertRefused(handsOver(STATION, "D99"), ProblemType.UNKNOWN_UNIT, "/data/unit");
  }
}
