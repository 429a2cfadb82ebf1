package io.caseclock.monitor.list;

import io.caseclock.contract.Names;
import io.caseclock.contract.Words;
import io.caseclock.monitor.list.Meeting.Which;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a list as it stands now, or as it stood on a day that is past. */
public final class ReadList {

  /** A list is rebuilt for a day at most so long ago; what was frozen is kept. */
  public static final int MOST_DAYS_BACK = 366;

  /** How exact an answer is. */
  public enum Basis {
    LIVE("当前状态", "as it stands now"),
    FROZEN("当日会议冻结的清单，与当时所见一致", "frozen for the meeting of that day, as it was seen then"),
    REBUILT(
        "按现有记录推算：哪些期限和问题存在、自何时起，以现在所知为准；到期时刻、责任单位、停算时间是现在的，不一定是当时的",
        "rebuilt from what is known now: which deadlines and findings stood, and since when, as"
            + " known today; due instants, units and pauses are those of today, not always those of"
            + " then");

    private final Names names;

    Basis(String zh, String en) {
      this.names = new Names(zh, en);
    }

    public Names names() {
      return names;
    }

    public String wire() {
      return Words.of(this);
    }
  }

  /** What stood in the list at the instant. */
  public record Reading(Instant asOf, Basis basis, List<ListRow> rows) {
    public Reading {
      rows = List.copyOf(rows);
    }
  }

  private final ListRows rows;
  private final ListMeetings meetings;
  private final InstantSource clock;

  public ReadList(ListRows rows, ListMeetings meetings, InstantSource clock) {
    this.rows = rows;
    this.meetings = meetings;
    this.clock = clock;
  }

  /**
   * A page of it.
   *
   * @param unit whose rows are wanted with those of all units below it
   * @param day in the zone of the list's pack; null for now
   * @return empty where the day lies ahead, or too far back to rebuild it
   */
  public Optional<Reading> read(
      WatchedList list, String unit, @Nullable LocalDate day, Place after, int limit) {
    var now = clock.instant();
    var zone = list.pack().zone();
    var today = now.atZone(zone).toLocalDate();
    if (day == null || day.equals(today)) {
      return Optional.of(new Reading(now, Basis.LIVE, rows.rows(list, unit, now, after, limit)));
    }
    if (day.isAfter(today)) {
      return Optional.empty();
    }
    var frozen = meetings.meeting(list.id(), unit, day).filter(meeting -> !meeting.belated());
    if (frozen.isPresent()) {
      return Optional.of(frozen(frozen.get(), unit, after, limit));
    }
    if (day.isBefore(today.minusDays(MOST_DAYS_BACK))) {
      return Optional.empty();
    }
    var end = day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1_000);
    return Optional.of(new Reading(end, Basis.REBUILT, rows.rows(list, unit, end, after, limit)));
  }

  private Reading frozen(Meeting meeting, String unit, Place after, int limit) {
    var found = meetings.rows(meeting, unit, Which.STANDING, after, limit);
    return new Reading(meeting.asOf(), Basis.FROZEN, found.stream().map(Meeting.Row::row).toList());
  }
}
