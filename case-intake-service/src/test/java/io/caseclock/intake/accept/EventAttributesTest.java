package io.caseclock.intake.accept;

import static io.caseclock.intake.accept.IntakeDesk.PRECINCT;
import static io.caseclock.intake.accept.IntakeDesk.assertRefused;
import static io.caseclock.intake.accept.IntakeDesk.caller;
import static io.caseclock.intake.accept.IntakeDesk.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.Role;
import io.caseclock.contract.DirectoryEvent.OfficerAway;
import io.caseclock.contract.EventId;
import io.caseclock.intake.journal.CheckedEvent;
import io.caseclock.intake.journal.Outcome;
import io.caseclock.problem.ProblemType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventAttributesTest {

  private final IntakeDesk desk = new IntakeDesk();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:precinct:9901:x ",
        "urn:x:99 01",
        "not a uri 中文",
        "urn:precinct:%4",
        "urn:precinct:\u0001"
      })
  void a_source_that_is_no_uri_reference_is_refused(String source) {
    assertRefused(
        desk.accept(PRECINCT, event(Map.of("source", source))),
        ProblemType.INVALID_EVENT,
        "/source");
  }

  @ParameterizedTest
  @ValueSource(strings = {" e", "e ", "e\u202e1", "e\n1", "..", "9.901E+18", "e\ud800"})
  void an_id_or_a_subject_that_is_no_identifier_is_refused(String id) {
    assertRefused(desk.accept(PRECINCT, event(Map.of("id", id))), ProblemType.INVALID_EVENT, "/id");
    assertRefused(
        desk.accept(PRECINCT, event(Map.of("subject", "case/" + id.strip() + " "))),
        ProblemType.INVALID_EVENT,
        "/subject");
  }

  @ParameterizedTest
  @CsvSource({
    "unit,    ' D0101'",
    "unit,    D0101\u200b",
    "officer, 9.901E+18",
    "officer, 'O  1'",
    "caseId,  A\u202e1",
    "caseId,  A/../1"
  })
  void an_identifier_in_the_data_is_held_to_the_same(String member, String value) {
    Map<String, Object> data = new LinkedHashMap<>(Map.of("unit", "D0101", "caseId", "A-1"));
    data.put(member, value);

    assertRefused(
        desk.accept(PRECINCT, event(Map.of("subject", "person/P-1", "data", data))),
        ProblemType.INVALID_EVENT,
        "/data/" + member);
  }

  @ParameterizedTest
  @ValueSource(strings = {"京［2026］1号", "京[2026]1号", "京【２０２６】1号", "京〔2026〕1号", "京〔2026〕１号"})
  void one_case_never_becomes_two(String written) {
    desk.accept(PRECINCT, event(Map.of("subject", "case/" + written)));
    desk.accept(
        PRECINCT,
        event(
            Map.of(
                "subject",
                "person/P-1",
                "id",
                "e-2",
                "data",
                Map.of("unit", "D0101", "caseId", written))));

    assertThat(desk.kept).extracting(CheckedEvent::caseId).containsOnly("京〔2026〕1号");
    assertThat(desk.kept.getFirst().subject()).hasToString("case/京〔2026〕1号");
  }

  @Test
  void what_is_folded_is_kept_beside_as_it_was_sent() {
    desk.accept(
        PRECINCT,
        event(
            Map.of(
                "id",
                "ｅ-1",
                "source",
                "URN:precinct:test",
                "subject",
                "case／Ａ-1",
                "data",
                Map.of(
                    "unit", "Ｄ0101", "officer", "O1", "facts", Map.of("caseKind", "criminal")))));

    var entry = desk.kept.getFirst();
    assertThat(entry.eventId()).isEqualTo(new EventId("urn:precinct:test", "e-1"));
    assertThat(entry.unit()).isEqualTo("D0101");
    assertThat(entry.data()).containsEntry("unit", "D0101").containsEntry("officer", "O1");
    assertThat(entry.asSent())
        .containsExactly(
            Map.entry("/data/unit", "Ｄ0101"),
            Map.entry("/id", "ｅ-1"),
            Map.entry("/source", "URN:precinct:test"),
            Map.entry("/subject", "case／Ａ-1"));
  }

  @Test
  void where_nothing_is_folded_nothing_stands_beside() {
    desk.accept(PRECINCT, event(Map.of()));

    assertThat(desk.kept.getFirst().asSent()).isEmpty();
  }

  @Test
  void a_withdrawal_names_the_event_in_its_normal_form() {
    desk.accept(PRECINCT, event(Map.of()));
    Map<String, Object> data =
        Map.of("unit", "D0101", "source", "URN:precinct:test", "id", "ｅ-1", "reason", "error");

    desk.accept(PRECINCT, event(Map.of("type", "event-withdrawn", "id", "w", "data", data)));

    assertThat(desk.kept.getLast().data())
        .containsEntry("source", "urn:precinct:test")
        .containsEntry("id", "e-1");
  }

  @Test
  void what_an_older_version_took_under_a_spaced_number_can_be_taken_back() {
    Map<String, Object> data =
        Map.of("unit", "D0101", "source", "urn:precinct:test", "id", "e-1", "reason", "error");

    desk.accept(
        PRECINCT,
        event(Map.of("type", "event-withdrawn", "id", "w", "subject", "case/ A-1", "data", data)));

    assertThat(desk.kept).extracting(CheckedEvent::caseId).containsExactly(" A-1");
  }

  private static Submission withdrawalFor(String reason) {
    Map<String, Object> data =
        Map.of("unit", "D0101", "source", "urn:precinct:test", "id", "e-1", "reason", reason);
    return event(Map.of("type", "event-withdrawn", "id", "w", "data", data));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u3164",
        "\u200B",
        "\u2800\u00A0",
        "a\u001B[2J",
        "a\u202Eb",
        "a\u2028b",
        "\u007F"
      })
  void why_something_is_done_is_written_so_that_others_can_read_it(String reason) {
    assertRefused(
        desk.accept(PRECINCT, withdrawalFor(reason)), ProblemType.INVALID_EVENT, "/data/reason");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"重复录入", "x", "one line\nand another\r\n", "\u200B\u3000甲", "\uD840\uDC00"})
  void what_others_can_read_is_taken(String reason) {
    desk.accept(PRECINCT, withdrawalFor(reason));

    assertThat(desk.kept.getLast().data()).containsEntry("reason", reason);
  }

  @Test
  @Timeout(10)
  void a_long_reason_of_blanks_takes_no_time() {
    var reason = "\u200B".repeat(100_000) + "x".repeat(100_000) + "\u202E";
    assertRefused(
        desk.accept(PRECINCT, withdrawalFor(reason)),
        ProblemType.INVALID_EVENT,
        "/data/reason",
        "/data/reason");
  }

  @Test
  void the_directory_is_held_to_the_same() {
    var administrator = caller(Role.ADMINISTRATOR, "D01");

    desk.accept(administrator, IntakeDesk.away("Ｏ3", Map.of("substitute", "Ｏ9")));
    assertThat(desk.kept.getFirst().news())
        .isInstanceOfSatisfying(
            OfficerAway.class,
            away -> {
              assertThat(away.officer()).isEqualTo("O3");
              assertThat(away.substitute()).isEqualTo("O9");
            });
    assertRefused(
        desk.accept(administrator, IntakeDesk.away("O3", Map.of("absence", " leave"))),
        ProblemType.INVALID_EVENT,
        "/data/absence");
    assertRefused(
        desk.accept(administrator, IntakeDesk.unit("D\u200b01", "D01")),
        ProblemType.INVALID_EVENT,
        "/id",
        "/subject");
  }

  @Test
  void an_attribute_that_nobody_reads_is_refused_with_its_name() {
    Map<String, Object> changes = new HashMap<>();
    changes.put("postedby", "somebody");
    changes.put("a/b", "x");
    changes.put("data_base64", "e30=");

    assertRefused(
        desk.accept(PRECINCT, event(changes)),
        ProblemType.INVALID_EVENT,
        "/postedby",
        "/a~1b",
        "/data_base64");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "datacontenttype | application/json | true",
        "datacontenttype | application/json; charset=UTF-8 | true",
        "datacontenttype | application/vnd.x+json | true",
        "datacontenttype | application/json; charset=GBK | false",
        "datacontenttype | text/plain | false",
        "dataschema | https://precinct.example/schema | true",
        "dataschema | a schema | false",
        "traceparent | 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01 | true",
        "traceparent | 00-0af7 | false",
        "traceparent | 00-00000000000000000000000000000000-b7ad6b7169203331-01 | false",
        "traceparent | 00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01 | false",
        "traceparent | ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01 | false",
        "tracestate | vendor=x | true",
        "tracestate | 中文 | false",
        "specversion | 1 | false"
      })
  void the_other_attributes_are_as_their_standards_say(
      String attribute, String value, boolean accepted) {
    var outcome = desk.accept(PRECINCT, event(Map.of(attribute, value)));

    if (accepted) {
      assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    } else {
      assertRefused(outcome, ProblemType.INVALID_EVENT, "/" + attribute);
    }
  }

  @Test
  void half_a_pair_in_a_name_is_refused_with_a_pointer_that_can_be_written() {
    Map<String, Object> data = new LinkedHashMap<>(Map.of("unit", "D0101"));
    data.put("a\ud800", List.of());

    assertRefused(
        desk.accept(PRECINCT, event(Map.of("data", data))), ProblemType.INVALID_EVENT, "/data/a?");
  }
}
