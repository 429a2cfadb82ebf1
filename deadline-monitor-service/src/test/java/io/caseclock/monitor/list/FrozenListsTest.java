package io.caseclock.monitor.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.UnitKind;
import io.caseclock.monitor.jdbc.JdbcListMeetings;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.list.ListTables.Found;
import io.caseclock.monitor.list.ListTables.Line;
import io.caseclock.monitor.list.Meeting.Which;
import io.caseclock.pack.Bulletins;
import io.caseclock.time.WorkingTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One list over two weeks: a meeting on each Monday at eight, by the calendar of the pack. */
@Timeout(60)
class FrozenListsTest {

  private static final ListTables TABLES = new ListTables();
  private static final WatchedList LIST = ListsAgainstANaiveCountTest.CLOSING;
  private static final LocalDate FIRST = LocalDate.of(2026, 7, 6);
  private static final LocalDate SECOND = LocalDate.of(2026, 7, 13);
  private static final MeetingSchedule MONDAYS =
      new MeetingSchedule(
          new Bulletins.Meeting(
              DayOfWeek.MONDAY, LocalTime.of(8, 0), Set.of(UnitKind.BUREAU, UnitKind.SUB_BUREAU)),
          LIST.pack(),
          WorkingTime.of(LIST.pack()));

  private final JdbcListMeetings meetings =
      new JdbcListMeetings(TABLES.dataSource, HiddenCases.NONE);

  @BeforeEach
  void nothing() {
    TABLES.clear();
  }

  @Test
  void the_second_meeting_tells_what_is_new_mended_and_still_open() {
    var mended = breached("R11", "2026-07-01T02:00:00Z");
    breached("R11", "2026-07-02T02:00:00Z");
    TABLES.add(finding("R12", null));
    freezeAt("2026-07-06T00:00:30Z");
    TABLES.end(mended, "met-late", Instant.parse("2026-07-08T02:00:00Z"));
    breached("R12", "2026-07-09T02:00:00Z");
    open("R12", "2026-07-30T02:00:00Z");

    freezeAt("2026-07-13T00:00:30Z");

    var meeting = held("R1", SECOND);
    assertThat(meeting.belated()).isFalse();
    assertThat(meeting.formerOn()).isEqualTo(FIRST);
    assertThat(meeting.numbers()).isEqualTo(new Meeting.Numbers(1, 2, 1, 1, 1, 2, 0));
    assertThat(rows(meeting, "R1", Which.MENDED))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.row().id()).isEqualTo(mended.id().toString());
              assertThat(row.row().state()).isEqualTo("met-late");
              assertThat(row.row().endedAt()).isEqualTo("2026-07-08T02:00:00Z");
            });
    assertThat(rows(meeting, "R1", Which.NEW)).hasSize(1);
    assertThat(rows(meeting, "R1", Which.STILL)).hasSize(2);
    assertThat(rows(meeting, "R1", Which.STANDING)).hasSize(4);
  }

  @Test
  void a_meeting_never_changes_whatever_happens_later() {
    var line = breached("R11", "2026-07-01T02:00:00Z");
    freezeAt("2026-07-06T00:00:30Z");
    var before = held("R", FIRST);
    var rows = rows(before, "R", Which.ALL);

    TABLES.end(line, "met-late", Instant.parse("2026-07-06T01:00:00Z"));
    freezeAt("2026-07-06T03:00:00Z");

    assertThat(held("R", FIRST)).isEqualTo(before);
    assertThat(rows(before, "R", Which.ALL)).isEqualTo(rows);
  }

  @Test
  void what_was_missed_is_made_later_for_its_set_time_and_marked() {
    breached("R11", "2026-07-01T02:00:00Z");
    breached("R11", "2026-07-07T02:00:00Z");

    freezeAt("2026-07-13T09:00:00Z");

    assertThat(meetings.meetings(LIST.id(), "R1", null, 10))
        .extracting(Meeting::on, Meeting::belated, meeting -> meeting.numbers().breached())
        .startsWith(
            org.assertj.core.groups.Tuple.tuple(SECOND, true, 2L),
            org.assertj.core.groups.Tuple.tuple(FIRST, true, 1L));
  }

  @Test
  void a_unit_of_a_kind_that_the_pack_does_not_name_has_no_meeting() {
    breached("R11", "2026-07-01T02:00:00Z");
    freezeAt("2026-07-06T00:00:30Z");

    assertThat(meetings.meetings(LIST.id(), "R11", null, 10)).isEmpty();
    assertThat(meetings.meeting(LIST.id(), "R2", FIRST))
        .get()
        .satisfies(meeting -> assertThat(meeting.numbers().breached()).isZero());
  }

  @Test
  void before_anything_is_known_there_is_no_meeting() {
    freezeAt("2026-07-13T09:00:00Z");

    assertThat(meetings.meetings(LIST.id(), "R", null, 10)).isEmpty();
  }

  @Test
  void two_replicas_make_each_meeting_once() {
    breached("R11", "2026-05-01T02:00:00Z");
    var now = Instant.parse("2026-07-13T09:00:00Z");

    var made =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> freezeAll(now)))
            .limit(2)
            .toList()
            .stream()
            .mapToInt(CompletableFuture::join)
            .sum();

    var all = meetings.meetings(LIST.id(), "R", null, 100);
    assertThat(all).hasSize(made).doesNotHaveDuplicates();
    assertThat(all.stream().filter(meeting -> meeting.numbers().fresh() == 1)).hasSize(1);
  }

  @Test
  void on_a_holiday_it_is_held_on_the_next_working_day() {
    assertThat(MONDAYS.due(null, Instant.parse("2026-05-08T00:00:00Z")))
        .extracting(MeetingSchedule.Planned::on)
        .endsWith(LocalDate.of(2026, 4, 27), LocalDate.of(2026, 5, 6));
  }

  private int freezeAll(Instant now) {
    var made = 0;
    while (meetings.freezeNext(LIST, MONDAYS, now)) {
      made++;
    }
    return made;
  }

  private void freezeAt(String now) {
    freezeAll(Instant.parse(now));
  }

  private Meeting held(String unit, LocalDate on) {
    return meetings.meeting(LIST.id(), unit, on).orElseThrow();
  }

  private List<Meeting.Row> rows(Meeting meeting, String unit, Which which) {
    return meetings.rows(meeting, unit, which, Place.START, 100);
  }

  private static Line breached(String unit, String lateFrom) {
    return line(unit, Instant.parse(lateFrom));
  }

  private static void open(String unit, String dueAt) {
    line(unit, Instant.parse(dueAt));
  }

  private static Line line(String unit, Instant dueAt) {
    var line =
        new Line(
            "C1",
            UUID.randomUUID(),
            "rule-1",
            LIST.id(),
            "case",
            unit,
            "O1",
            "grave",
            "running",
            dueAt.minus(Duration.ofDays(20)),
            dueAt,
            dueAt,
            null,
            null);
    TABLES.add(line);
    return line;
  }

  private static Found finding(String unit, @Nullable Instant endedAt) {
    return new Found(
        "C1",
        "finding:" + UUID.randomUUID(),
        unit,
        "O1",
        "recorded",
        "case",
        Instant.parse("2026-07-03T02:00:00Z"),
        endedAt);
  }
}
