package io.caseclock.monitor.closing;

import io.caseclock.contract.PeriodNumbers.Kind;
import io.caseclock.pack.Bulletins;
import io.caseclock.pack.Bulletins.Bulletin;
import io.caseclock.pack.Bulletins.Made;
import io.caseclock.pack.Pack;
import io.caseclock.time.WorkingTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When periods are closed: on working days of the pack that says so, in its zone. */
public record ClosingSchedule(Bulletins bulletins, WorkingTime time) {

  /** The schedule in force; empty where no pack asks for bulletins. */
  public static Optional<ClosingSchedule> of(List<Pack> packs) {
    return Bulletins.inForce(packs)
        .flatMap(
            pack ->
                pack.bulletins()
                    .map(bulletins -> new ClosingSchedule(bulletins, WorkingTime.of(pack))));
  }

  /** How many periods back those that were missed are made by themselves. */
  static int back(Kind kind) {
    return switch (kind) {
      case DAILY -> 14;
      case WEEKLY -> 14;
      case MONTHLY -> 13;
    };
  }

  /**
   * The periods whose set time has come, of those that are not too long ago, the oldest first.
   *
   * @param first the first day that is counted; nothing is made of what ended before
   */
  public List<DuePeriod> due(LocalDate first, Instant now) {
    List<DuePeriod> due = new ArrayList<>();
    for (var bulletin : bulletins.kinds().values()) {
      var kind = kind(bulletin);
      var from = kind.firstOf(LocalDate.ofInstant(now, time.zone()));
      for (var number = 0; number < back(kind); number++) {
        from = kind.before(from);
        var period = period(bulletin, from, now);
        if (!period.setAt().isAfter(now) && !kind.lastOf(from).isBefore(first)) {
          due.add(period);
        }
      }
    }
    due.sort(Comparator.comparing(DuePeriod::setAt).thenComparing(DuePeriod::from));
    return due;
  }

  /** A period by its first day, however long ago; empty where the pack makes none of the kind. */
  public Optional<DuePeriod> period(Kind kind, LocalDate from, Instant now) {
    return bulletins.kinds().values().stream()
        .filter(bulletin -> kind(bulletin) == kind)
        .findFirst()
        .map(bulletin -> period(bulletin, from, now));
  }

  private DuePeriod period(Bulletin bulletin, LocalDate from, Instant now) {
    var kind = kind(bulletin);
    var day = setOn(bulletin.made(), kind.lastOf(from));
    var setAt = day.atTime(bulletin.at()).atZone(time.zone()).toInstant();
    var belated = LocalDate.ofInstant(now, time.zone()).isAfter(day);
    return new DuePeriod(bulletin, kind, from, setAt, belated);
  }

  /**
   * @param last the last day of the period
   */
  private LocalDate setOn(Made made, LocalDate last) {
    return switch (made) {
      case Made.EachWorkingDay each -> time.calendar().firstWorkingDayFrom(last.plusDays(1));
      case Made.Weekly(var day) ->
          time.calendar()
              .firstWorkingDayFrom(last.plusDays(1).with(TemporalAdjusters.nextOrSame(day)));
      case Made.Monthly(var workingDay) -> {
        var day = last;
        for (var number = 0; number < workingDay; number++) {
          day = time.calendar().firstWorkingDayFrom(day.plusDays(1));
        }
        yield day;
      }
    };
  }

  private static Kind kind(Bulletin bulletin) {
    return switch (bulletin.kind()) {
      case DAILY -> Kind.DAILY;
      case WEEKLY -> Kind.WEEKLY;
      case MONTHLY -> Kind.MONTHLY;
    };
  }
}
