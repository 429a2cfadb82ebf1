package io.caseclock.monitor.feed.rest;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.monitor.deadline.DeadlineKey;
import io.caseclock.monitor.deadline.Responsible;
import io.caseclock.monitor.feed.CalendarFeed;
import io.caseclock.monitor.feed.FeedEntry;
import io.caseclock.monitor.feed.FeedLanguage;
import io.caseclock.monitor.feed.OwnCalendars.Shown;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.watch.Phase;
import io.caseclock.monitor.watch.RuleRef;
import io.caseclock.monitor.watch.StoredCount;
import io.caseclock.monitor.watch.StoredDeadline;
import io.caseclock.monitor.watch.StoredDue;
import io.caseclock.pack.Pack;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedCalendarTest {

  private static final String HANDLING = "public-security-case-handling";
  private static final Pack PACK = PackReader.require(PackFiles.shipped("cn-public-security"));
  private static final Law LAW = new Law(List.of(PACK));
  private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
  private static final Instant END_OF_1_APRIL = Instant.parse("2026-04-01T16:00:00Z");
  private static final UUID ID = UUID.fromString("8d7f1f7e-0000-4000-8000-000000000001");

  private final FeedCalendar calendar =
      new FeedCalendar(LAW, URI.create("https://console.example"));

  @Test
  void a_deadline_is_an_event_that_ends_with_its_due_instant_and_leads_to_its_case() {
    var event = only(written(FeedLanguage.EN, deadline("A 990001", END_OF_1_APRIL, null)));

    assertThat(event.getUid().getValue()).isEqualTo(ID.toString());
    assertThat(event.getSequence().getValue()).isEqualTo(7);
    assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(END_OF_1_APRIL);
    assertThat(event.getDateStart().getValue().toInstant())
        .isEqualTo(END_OF_1_APRIL.minus(Duration.ofMinutes(30)));
    assertThat(event.getUrl().getValue()).isEqualTo("https://console.example/cases/A%20990001");
    assertThat(event.getSummary().getValue())
        .isEqualTo("A 990001 " + PACK.rule(HANDLING).orElseThrow().names().en());
    assertThat(event.getDescription().getValue())
        .startsWith("Due: 1 April 2026, 24:00\n")
        .contains("Provision: ");
    assertThat(event.getAlarms()).isEmpty();
  }

  @Test
  void times_are_written_in_universal_time() {
    assertThat(written(FeedLanguage.ZH, deadline("A1", END_OF_1_APRIL, null)))
        .contains("DTEND:20260401T160000Z", "DTSTART:20260401T153000Z", "DTSTAMP:20260309T010203Z");
  }

  @Test
  void it_warns_at_its_next_stage_and_not_when_it_is_due() {
    var warned =
        only(
            written(
                FeedLanguage.ZH,
                deadline("A1", END_OF_1_APRIL, END_OF_1_APRIL.minus(Duration.ofHours(25)))));
    var atItsEnd = only(written(FeedLanguage.ZH, deadline("A1", END_OF_1_APRIL, END_OF_1_APRIL)));

    assertThat(warned.getAlarms())
        .singleElement()
        .satisfies(
            alarm ->
                assertThat(alarm.getTrigger().getDuration().toMillis())
                    .isEqualTo(-Duration.ofHours(25).toMillis()));
    assertThat(atItsEnd.getAlarms()).isEmpty();
  }

  @Test
  void an_overdue_one_says_so() {
    var late = deadline("A1", NOW.minus(Duration.ofHours(3)), null);

    assertThat(only(written(FeedLanguage.ZH, late)).getSummary().getValue()).startsWith("【超期】A1 ");
  }

  @Test
  void what_is_provisional_is_tentative_and_says_why() {
    var event = only(written(FeedLanguage.EN, provisional()));

    assertThat(event.getStatus().getValue()).isEqualTo("TENTATIVE");
    assertThat(event.getDescription().getValue()).contains("not announced yet");
  }

  @Test
  void signs_with_a_meaning_are_escaped_and_come_back_as_they_were() {
    var odd = "A1;x,\\y";
    var text = written(FeedLanguage.ZH, deadline(odd, END_OF_1_APRIL, null));

    assertThat(text.replace("\r\n ", "")).contains("SUMMARY:A1\\;x\\,\\\\y ");
    assertThat(only(text).getSummary().getValue()).startsWith(odd);
  }

  @Test
  void no_line_has_more_than_75_octets_and_no_sign_is_torn() {
    var text = written(FeedLanguage.ZH, deadline("案".repeat(120), END_OF_1_APRIL, null));

    assertThat(text.split("\r\n"))
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    assertThat(only(text).getSummary().getValue()).startsWith("案".repeat(120));
  }

  @Test
  void the_same_deadlines_are_the_same_text() {
    var shown = shown(FeedLanguage.ZH, deadline("A1", END_OF_1_APRIL, null));

    assertThat(calendar.write(shown)).isEqualTo(calendar.write(shown));
  }

  private String written(FeedLanguage language, StoredDeadline deadline) {
    return calendar.write(shown(language, deadline));
  }

  private static Shown shown(FeedLanguage language, StoredDeadline deadline) {
    return new Shown(
        new CalendarFeed(UUID.randomUUID(), "O1", "手机", language, NOW, null),
        NOW,
        List.of(new FeedEntry(deadline, Instant.parse("2026-03-09T01:02:03Z"))));
  }

  private static VEvent only(String text) {
    var events = Biweekly.parse(text).first().getEvents();
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  private static StoredDeadline deadline(
      String caseId, Instant dueAt, @Nullable Instant nextAlarmAt) {
    var on = LocalDate.ofInstant(dueAt.minusSeconds(1), PACK.zone());
    return deadline(caseId, new StoredDue(dueAt, on, dueAt, false), nextAlarmAt);
  }

  private static StoredDeadline provisional() {
    var due = new StoredDue(END_OF_1_APRIL, LocalDate.of(2026, 4, 1), END_OF_1_APRIL, true);
    return deadline("A1", due, null);
  }

  private static StoredDeadline deadline(
      String caseId, StoredDue due, @Nullable Instant nextAlarmAt) {
    var version = PACK.rule(HANDLING).orElseThrow().versions().getFirst().id();
    return new StoredDeadline(
        ID,
        new DeadlineKey(
            caseId, Subject.ofCase(caseId), HANDLING, new EventId("urn:precinct:x0101", "1")),
        new RuleRef(PACK.id(), PACK.version(), version, "case", true, "grave", "case-closing"),
        new Responsible("X0101", "O1"),
        NOW.minus(Duration.ofDays(8)),
        Phase.RUNNING,
        due,
        null,
        null,
        7,
        "",
        "",
        Set.of(),
        nextAlarmAt,
        null,
        new StoredCount(null, false, false, Duration.ZERO, null, null));
  }
}
