package io.caseclock.monitor.list;

import io.caseclock.pack.Bulletins;
import io.caseclock.pack.Pack;
import io.caseclock.time.WorkingTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** When the lists are frozen: once a week, on a working day of the pack that says so. */
public record MeetingSchedule(Bulletins.Meeting meeting, Pack pack, WorkingTime time) {

  /** What was missed longer ago is not made any more. */
  static final int WEEKS_BACK = 14;

  /** What is made by then is made on time. */
  static final Duration ON_TIME = Duration.ofMinutes(15);

  /**
   * One meeting.
   *
   * @param on the day of the meeting
   * @param asOf the set time
   */
  public record Planned(LocalDate on, Instant asOf) {

    /** Whether it is too late to make it on time. */
    public boolean isBelated(Instant now) {
      return now.isAfter(asOf.plus(ON_TIME));
    }
  }

  /** The one in force; empty where no pack asks for meetings. */
  public static Optional<MeetingSchedule> of(List<Pack> packs) {
    return Bulletins.inForce(packs)
        .flatMap(
            pack ->
                pack.bulletins()
                    .flatMap(Bulletins::meeting)
                    .map(meeting -> new MeetingSchedule(meeting, pack, WorkingTime.of(pack))));
  }

  /**
   * Those whose set time has come, the oldest first: of two weeks whose day is none of work both
   * may fall on the same one, which is one meeting.
   *
   * @param last the newest that was made; null for none
   */
  public List<Planned> due(@Nullable LocalDate last, Instant now) {
    var monday =
        now.atZone(time.zone())
            .toLocalDate()
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return IntStream.rangeClosed(0, WEEKS_BACK)
        .mapToObj(week -> planned(monday.minusWeeks(WEEKS_BACK - (long) week)))
        .distinct()
        .filter(one -> !one.asOf().isAfter(now))
        .filter(one -> last == null || one.on().isAfter(last))
        .toList();
  }

  private Planned planned(LocalDate monday) {
    var day = monday.with(TemporalAdjusters.nextOrSame(meeting.day()));
    var on = time.calendar().firstWorkingDayFrom(day);
    return new Planned(on, on.atTime(meeting.at()).atZone(time.zone()).toInstant());
  }
}
