package io.caseclock.intake.accept;

import static io.caseclock.intake.accept.IntakeDesk.assertRefused;
import static io.caseclock.intake.accept.IntakeDesk.caller;
import static io.caseclock.intake.accept.IntakeDesk.event;
import static io.caseclock.intake.accept.IntakeDesk.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.intake.journal.Outcome;
import io.caseclock.intake.source.ClientLimits;
import io.caseclock.intake.source.SourcePattern;
import io.caseclock.problem.ProblemType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceRightTest {

  private static final Map<String, Object> FINDING =
      Map.of("unit", "D0101", "element", "case", "provision", "test 1", "text", "fictional");

  private final IntakeDesk desk = new IntakeDesk();

  @ParameterizedTest
  @CsvSource({
    "urn:precinct:9901,     urn:precinct:9901,        true",
    "urn:precinct:9901,     URN:Precinct:9901,        true",
    "URN:Precinct:9901,     urn:precinct:9901,        true",
    "urn:precinct:9901,     urn:precinct:9901:desk,   false",
    "urn:precinct:9901,     urn:precinct:9902,        false",
    "urn:precinct:9901:*,   urn:precinct:9901:desk,   true",
    "urn:precinct:9901:*,   urn:precinct:9901,        false",
    "urn:precinct:*,        urn:precinct:9902,        true",
    "urn:*,                 urn:person:account:test,  false",
    "*,                     urn:precinct:9901,        false",
    "urn:precinct:9901%20*, urn:precinct:9901%20x,    true",
    "'urn:precinct:99 *',   urn:precinct:9901,        false",
    "'',                    urn:precinct:9901,        false"
  })
  void a_system_posts_as_the_sources_that_its_token_names(
      String claim, String source, boolean accepted) {
    var system = caller(Role.PRECINCT_SYSTEM, "D01", claim);

    var outcome = desk.accept(system, event(Map.of("source", source)));

    if (accepted) {
      assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    } else {
      assertRefused(outcome, ProblemType.NOT_ALLOWED, "/source");
    }
  }

  @Test
  void a_system_posts_as_the_sources_that_it_is_registered_for() {
    var system = caller(Role.PRECINCT_SYSTEM, "D01", new String[0]);
    assertRefused(desk.accept(system, event(Map.of())), ProblemType.NOT_ALLOWED, "/source");

    desk.clients.replace(
        "test",
        Set.of(new SourcePattern("urn:precinct:test", false)),
        ClientLimits.NONE,
        "admin",
        IntakeDesk.NOW);

    assertThat(desk.accept(system, event(Map.of()))).isInstanceOf(Outcome.Accepted.class);
    var another = new Caller("other", Set.of(Role.PRECINCT_SYSTEM), "D01", null, List.of());
    assertRefused(desk.accept(another, event(Map.of())), ProblemType.NOT_ALLOWED, "/source");
  }

  @Test
  void whoever_is_refused_is_told_how_to_be_registered() {
    var outcome = desk.accept(caller(Role.PRECINCT_SYSTEM, "D01", "urn:x"), event(Map.of()));

    assertThat(((Outcome.Refused) outcome).problem().detail())
        .contains("'sources'")
        .contains("PUT /api/v1/sources/{client}");
  }

  @ParameterizedTest
  @CsvSource({
    "P990001, urn:person:P990001,        true",
    "P990001, URN:Person:P990001,        true",
    "P990001, urn:person:P990002,        false",
    "P990001, urn:person:account:test,   false",
    "P990001, urn:precinct:test,         false",
    "'',      urn:person:account:test,   true",
    "'',      urn:person:account:other,  false"
  })
  void people_post_as_themselves(String officer, String source, boolean accepted) {
    var person =
        new Caller(
            "test",
            Set.of(Role.LEGAL_OFFICER),
            "D01",
            officer.isEmpty() ? null : officer,
            List.of("urn:precinct:*"));
    Map<String, Object> changes = new HashMap<>();
    changes.put("type", "finding-recorded");
    changes.put("source", source);
    changes.put("data", FINDING);

    var outcome = desk.accept(person, event(changes));

    if (accepted) {
      assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    } else {
      assertRefused(outcome, ProblemType.NOT_ALLOWED, "/source");
    }
  }

  @Test
  void an_administrator_posts_as_any_source_but_that_of_caseclock() {
    var administrator = caller(Role.ADMINISTRATOR, "D01", new String[0]);

    assertThat(desk.accept(administrator, event(Map.of("source", "urn:vendor:x"))))
        .isInstanceOf(Outcome.Accepted.class);
    for (var source : List.of("urn:caseclock:x", "URN:CaseClock:x", "urn:%63aseclock:x")) {
      assertRefused(
          desk.accept(administrator, event(Map.of("source", source))),
          ProblemType.INVALID_EVENT,
          "/source");
    }
  }

  @Test
  void nobody_but_an_administrator_withdraws_what_another_source_told_or_will_tell() {
    var own = caller(Role.PRECINCT_SYSTEM, "D01", "urn:precinct:test");
    var other = caller(Role.PRECINCT_SYSTEM, "D01", "urn:precinct:other");
    var administrator = caller(Role.ADMINISTRATOR, "D01", new String[0]);
    desk.accept(own, event(Map.of()));

    for (var id : List.of("e-1", "not-here-yet")) {
      assertRefused(
          desk.accept(other, withdrawalFrom("urn:precinct:other", id)),
          ProblemType.NOT_ALLOWED,
          "/data/source");
      assertThat(desk.accept(own, withdrawal(id, "D0101"))).isInstanceOf(Outcome.Accepted.class);
      assertThat(desk.accept(administrator, withdrawalFrom("urn:administration", id)))
          .isInstanceOf(Outcome.Accepted.class);
    }
  }

  @Test
  void an_event_is_withdrawn_in_its_own_case() {
    desk.accept(IntakeDesk.PRECINCT, event(Map.of("subject", "case/A-2")));

    assertRefused(
        desk.accept(IntakeDesk.PRECINCT, withdrawal("e-1", "D0101")),
        ProblemType.INVALID_EVENT,
        "/data/id");
    assertRefused(
        desk.accept(caller(Role.ADMINISTRATOR, "D01"), withdrawal("e-1", "D0101")),
        ProblemType.INVALID_EVENT,
        "/data/id");
  }

  private static Submission withdrawalFrom(String source, String id) {
    Map<String, Object> data =
        Map.of("unit", "D0101", "source", "urn:precinct:test", "id", id, "reason", "typing error");
    return event(
        Map.of("type", "event-withdrawn", "source", source, "id", "w-" + id, "data", data));
  }
}
