package io.caseclock.intake.accept;

import static io.caseclock.intake.accept.IntakeDesk.NEXT_MONTH;
import static io.caseclock.intake.accept.IntakeDesk.NOW;
import static io.caseclock.intake.accept.IntakeDesk.assertRefused;
import static io.caseclock.intake.accept.IntakeDesk.away;
import static io.caseclock.intake.accept.IntakeDesk.caller;
import static io.caseclock.intake.accept.IntakeDesk.event;
import static io.caseclock.intake.accept.IntakeDesk.officer;
import static io.caseclock.intake.accept.IntakeDesk.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.contract.DirectoryEvent.OfficerAssigned;
import io.caseclock.contract.DirectoryEvent.OfficerAway;
import io.caseclock.intake.journal.CheckedEvent;
import io.caseclock.intake.journal.Outcome;
import io.caseclock.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryNewsTest {

  private static final Caller ADMINISTRATOR = caller(Role.ADMINISTRATOR, "D01");
  private static final Duration A_MOMENT = Duration.ofNanos(1000);

  private final IntakeDesk desk = new IntakeDesk();

  @Nested
  class AnOfficersPost {

    @Test
    void begins_at_the_events_time_and_says_how_the_officer_is_reached() {
      var contacts = Map.of("email", "o9@police.example", "mobile", "19900000009");

      assertAccepted(post("O9", "2026-03-01T09:00:00+08:00", contacts));

      assertThat(desk.kept.getFirst().news())
          .isEqualTo(
              new OfficerAssigned(
                  "O9",
                  "张测试",
                  "D0101",
                  Set.of("officer"),
                  contacts,
                  Instant.parse("2026-03-01T01:00:00Z")));
    }

    @Test
    void may_leave_out_how_the_officer_is_reached() {
      assertAccepted(officer("O9", "D0101"));

      assertThat(desk.kept.getFirst().news())
          .isInstanceOfSatisfying(
              OfficerAssigned.class, post -> assertThat(post.contacts()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void may_begin_up_to_a_year_ahead(long moments) {
      var latest = NOW.truncatedTo(ChronoUnit.MICROS).plus(Duration.ofDays(366));
      var time = latest.plus(A_MOMENT.multipliedBy(moments));

      var outcome = desk.accept(ADMINISTRATOR, post("O9", time.toString(), Map.of()));

      if (moments <= 0) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
      } else {
        assertRefused(outcome, ProblemType.TIME_IN_FUTURE, "/time");
      }
    }

    @Test
    void that_was_recorded_in_the_future_is_refused() {
      var changes = Map.<String, Object>of("recordedtime", NEXT_MONTH.toString());

      assertRefused(
          desk.accept(ADMINISTRATOR, changed(post("O9", NEXT_MONTH.toString(), Map.of()), changes)),
          ProblemType.TIME_IN_FUTURE,
          "/recordedtime");
    }

    @ParameterizedTest
    @CsvSource({
      "email,  nobody,                    /data/contacts/email",
      "email,  'a b@police.example',      /data/contacts/email",
      "email,  'a@police.example\nBcc:x', /data/contacts/email",
      "email,  'a@police.example\n',      /data/contacts/email",
      "mobile, 199-0000-0001,             /data/contacts/mobile",
      "mobile, 1234,                      /data/contacts/mobile",
      "mobile, 1234567890123456,          /data/contacts/mobile",
      "pager,  12345,                     /data/contacts/pager"
    })
    void with_contacts_that_reach_nobody_is_refused(String kind, String value, String pointer) {
      var contacts = Map.of(kind, value);

      assertRefused(
          desk.accept(ADMINISTRATOR, post("O9", "2026-03-01T09:00:00+08:00", contacts)),
          ProblemType.INVALID_EVENT,
          pointer);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          " ",
          "张\u202E测试",
          "张\n测试",
          "张\n",
          "\t张",
          "\u2067张测试",
          "\u007F张",
          "\u009B张",
          "张\u2028",
          "\u3164",
          "\u200B",
          "\u2800 \u3000"
        })
    void with_a_name_that_turns_the_text_beside_it_is_refused(String name) {
      assertRefused(
          desk.accept(ADMINISTRATOR, named(name)), ProblemType.INVALID_EVENT, "/data/name");
    }

    @Test
    void has_a_name_of_200_characters_at_most() {
      assertAccepted(named("张".repeat(200)));
      assertRefused(
          desk.accept(ADMINISTRATOR, named("张".repeat(201))),
          ProblemType.INVALID_EVENT,
          "/data/name");
    }

    private static Submission named(String name) {
      Map<String, Object> data = Map.of("name", name, "unit", "D0101", "roles", List.of("officer"));
      return changed(officer("O9", "D0101"), Map.of("data", data));
    }

    @Test
    void is_changed_by_those_who_have_the_officer_today_and_had_at_that_time() {
      assertAccepted(post("O3", "2026-03-01T09:00:00+08:00", Map.of()));
      var afterTheTransfer = post("O3", NEXT_MONTH.toString(), Map.of());
      assertRefused(
          desk.accept(ADMINISTRATOR, afterTheTransfer), ProblemType.NOT_ALLOWED, "/subject");
      assertRefused(
          desk.accept(caller(Role.ADMINISTRATOR, "D02"), officer("O3", "D02")),
          ProblemType.NOT_ALLOWED,
          "/subject");
      assertThat(desk.accept(caller(Role.ADMINISTRATOR, ""), afterTheTransfer))
          .isInstanceOf(Outcome.Accepted.class);
    }
  }

  @Nested
  class AnAbsence {

    @Test
    void is_kept_in_the_officers_unit_and_told() {
      assertAccepted(away("O3", Map.of("substitute", "O9", "reason", "leave")));

      var entry = desk.kept.getFirst();
      assertThat(entry.unit()).isEqualTo("D0101");
      assertThat(entry.caseId()).isEqualTo("officer/O3");
      assertThat(entry.news())
          .isEqualTo(
              new OfficerAway(
                  "O3",
                  "leave-1",
                  Instant.parse("2026-03-01T16:00:00Z"),
                  Instant.parse("2026-03-08T16:00:00Z"),
                  "O9",
                  false));
    }

    @Test
    void may_be_cancelled_and_name_nobody() {
      assertAccepted(away("O3", Map.of("cancelled", true)));

      assertThat(desk.kept.getFirst().news())
          .isInstanceOfSatisfying(
              OfficerAway.class,
              away -> {
                assertThat(away.cancelled()).isTrue();
                assertThat(away.substitute()).isNull();
              });
    }

    @Test
    void of_somebody_unknown_is_accepted_since_news_come_in_any_order() {
      assertAccepted(away("O9", Map.of("substitute", "O8")));

      assertThat(desk.kept.getFirst().unit()).isEqualTo("D01");
    }

    @Test
    void in_the_batch_that_assigns_the_officer_is_kept_in_the_units_view() {
      desk.acceptEvents.accept(
          List.of(officer("O9", "D0101"), away("O9", Map.of())), ADMINISTRATOR);

      assertThat(desk.kept).extracting(CheckedEvent::unit).containsExactly("D0101", "D0101");
    }

    @ParameterizedTest
    @CsvSource({
      "absence,    'a/b',                     /data/absence",
      "absence,    'a\n',                     /data/absence",
      "from,       2026-03-02T00:00:00,       /data/from",
      "from,       1899-12-31T00:00:00Z,      /data/from",
      "until,      tomorrow,                  /data/until",
      "until,      2026-03-01T16:00:00Z,      /data/until",
      "until,      2026-03-01T15:59:59Z,      /data/until",
      "until,      2062-03-01T00:00:00Z,      /data/until",
      "substitute, O3,                        /data/substitute",
      "substitute, 'O/1',                     /data/substitute",
      "reason,     illness of a named person, /data/reason",
      "cancelled,  perhaps,                   /data/cancelled"
    })
    void with_a_fault_names_the_member(String member, String value, String pointer) {
      assertRefused(
          desk.accept(ADMINISTRATOR, away("O3", Map.of(member, value))),
          ProblemType.INVALID_EVENT,
          pointer);
    }

    @Test
    void may_end_a_moment_after_it_begins() {
      assertAccepted(away("O3", Map.of("until", "2026-03-01T16:00:00.000001Z")));
    }

    @Test
    void needs_its_id_its_beginning_and_its_end() {
      var bare = event(Map.of("type", "officer-away", "subject", "officer/O3", "data", Map.of()));

      assertRefused(
          desk.accept(ADMINISTRATOR, bare),
          ProblemType.INVALID_EVENT,
          "/data/absence",
          "/data/from",
          "/data/until");
    }

    @Test
    void is_about_an_officer() {
      assertRefused(
          desk.accept(
              ADMINISTRATOR, changed(away("O3", Map.of()), Map.of("subject", "unit/D0101"))),
          ProblemType.INVALID_EVENT,
          "/subject");
    }

    @Test
    void of_an_officer_elsewhere_is_refused_and_so_is_a_substitute_from_there() {
      assertRefused(
          desk.accept(ADMINISTRATOR, away("O2", Map.of())), ProblemType.NOT_ALLOWED, "/subject");
      assertRefused(
          desk.accept(ADMINISTRATOR, away("O3", Map.of("substitute", "O2"))),
          ProblemType.NOT_ALLOWED,
          "/data/substitute");
      assertThat(
              desk.accept(caller(Role.ADMINISTRATOR, ""), away("O3", Map.of("substitute", "O2"))))
          .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void after_the_transfer_is_for_the_new_unit_no_more_than_for_the_old() {
      var afterwards =
          away("O3", Map.of("from", NEXT_MONTH.toString(), "until", "2026-05-01T00:00:00Z"));

      assertRefused(desk.accept(ADMINISTRATOR, afterwards), ProblemType.NOT_ALLOWED, "/subject");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void is_posted_by_administrators_alone(Role role) {
      assertThat(problem(desk.accept(caller(role, "D01"), away("O3", Map.of()))))
          .isEqualTo(ProblemType.NOT_ALLOWED);
    }
  }

  private void assertAccepted(Submission submission) {
    assertThat(desk.accept(ADMINISTRATOR, submission)).isInstanceOf(Outcome.Accepted.class);
  }

  private static Submission post(String id, String time, Map<String, String> contacts) {
    Map<String, Object> data =
        Map.of("name", "张测试", "unit", "D0101", "roles", List.of("officer"), "contacts", contacts);
    return changed(officer(id, "D0101"), Map.of("time", time, "data", data));
  }

  private static Submission changed(Submission submission, Map<String, Object> changes) {
    var attributes = new HashMap<>(submission.attributes());
    var data = submission.data();
    if (data != null) {
      attributes.put("data", data);
    }
    attributes.putAll(changes);
    return event(attributes);
  }
}
