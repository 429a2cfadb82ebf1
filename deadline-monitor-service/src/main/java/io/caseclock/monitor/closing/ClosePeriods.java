package io.caseclock.monitor.closing;

import io.caseclock.contract.PeriodNumbers;
import io.caseclock.contract.PeriodNumbers.Kind;
import io.caseclock.contract.Words;
import io.caseclock.monitor.closing.ClosedPeriods.TreeUnit;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.law.Law.InForce;
import io.caseclock.monitor.statistics.DeadlineStatistics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Closes periods: tells the numbers of each unit once. Any replica may, at any time: what is closed
 * is remembered in the transaction that tells it.
 */
public final class ClosePeriods {

  /** So long nothing must have become known of a belated period: a load may be under way. */
  static final Duration QUIET = Duration.ofSeconds(60);

  /** After so long it is made all the same. */
  static final Duration PATIENCE = Duration.ofHours(1);

  /** How many units one transaction closes. */
  private static final int AT_ONCE = 50;

  /** What became of a wish to close one. */
  public sealed interface Outcome {

    record Closed(String id, boolean belated) implements Outcome {}

    record ClosedBefore(String id) implements Outcome {}

    /** The pack makes none of this kind for such a unit. */
    record NotMade() implements Outcome {}

    /** Nothing was counted by then. */
    record NothingCounted() implements Outcome {}

    /** It is not over, or its set time has not come. */
    record NotOver(Instant setAt) implements Outcome {}
  }

  private final Law law;
  private final DeadlineStatistics statistics;
  private final PeriodSources sources;
  private final ClosedPeriods closed;
  private final InstantSource clock;

  // since when belated ones wait; written by the job alone
  private volatile @Nullable Instant waitingSince;

  public ClosePeriods(
      Law law,
      DeadlineStatistics statistics,
      PeriodSources sources,
      ClosedPeriods closed,
      InstantSource clock) {
    this.law = law;
    this.statistics = statistics;
    this.sources = sources;
    this.closed = closed;
    this.clock = clock;
  }

  /** Closes all whose time has come; returns how many records were told. */
  public int run() {
    var first = closed.firstDay();
    return schedule()
        .filter(any -> first.isPresent())
        .map(schedule -> run(schedule, first.orElseThrow()))
        .orElse(0);
  }

  /**
   * Closes one period of one unit now; what was missed long ago is made, too.
   *
   * @param from the first day of the period
   */
  public Outcome close(TreeUnit unit, Kind kind, LocalDate from) {
    var now = clock.instant();
    var id = PeriodNumbers.idOf(unit.id(), kind, from);
    var schedule = schedule();
    var period =
        schedule.flatMap(
            each ->
                each.period(kind, from, now)
                    .map(due -> countedSince(each).map(due::countedSince).orElse(due)));
    if (schedule.isEmpty() || period.isEmpty() || !isMadeFor(period.get(), unit)) {
      return new Outcome.NotMade();
    }
    var first = closed.firstDay();
    if (first.isEmpty() || period.get().span().to().isBefore(first.get())) {
      return new Outcome.NothingCounted();
    }
    if (period.get().setAt().isAfter(now)) {
      return new Outcome.NotOver(period.get().setAt());
    }
    return close(schedule.get(), period.get(), List.of(unit.id())) > 0
        ? new Outcome.Closed(id, period.get().belated())
        : new Outcome.ClosedBefore(id);
  }

  /** The day since which anything is counted. */
  private Optional<LocalDate> countedSince(ClosingSchedule schedule) {
    return closed.countedSince().map(since -> LocalDate.ofInstant(since, schedule.time().zone()));
  }

  private static boolean isMadeFor(DuePeriod period, TreeUnit unit) {
    return period.bulletin().units().stream().anyMatch(kind -> Words.of(kind).equals(unit.kind()));
  }

  private Optional<ClosingSchedule> schedule() {
    return ClosingSchedule.of(law.packs().stream().map(InForce::pack).toList());
  }

  private int run(ClosingSchedule schedule, LocalDate first) {
    var told = 0;
    var waits = false;
    var since = countedSince(schedule);
    for (var due : schedule.due(first, clock.instant())) {
      var period = since.map(due::countedSince).orElse(due);
      var units = closed.missing(period.kind(), period.from(), period.bulletin().units());
      if (!units.isEmpty() && mustWait(period)) {
        waits = true;
      } else if (!units.isEmpty()) {
        told += close(schedule, period, units);
      }
    }
    waitingSince = waits ? Objects.requireNonNullElse(waitingSince, clock.instant()) : null;
    return told;
  }

  private boolean mustWait(DuePeriod period) {
    var now = clock.instant();
    var since = waitingSince;
    var isPatient = since == null || since.plus(PATIENCE).isAfter(now);
    return period.belated() && isPatient && closed.isChanging(period.span(), now.minus(QUIET));
  }

  private int close(ClosingSchedule schedule, DuePeriod period, List<String> units) {
    var now = clock.instant();
    var all = closed.units();
    var own = new ReadPeriod(statistics, sources, law, schedule.time()).read(period, all, now);
    var numbers = new NumbersOfUnit(law, period, new Tree(all), own, schedule.time().zone(), now);
    var told = 0;
    for (var from = 0; from < units.size(); from += AT_ONCE) {
      var some = units.subList(from, Math.min(units.size(), from + AT_ONCE));
      told += closed.close(some.stream().map(numbers::of).toList());
    }
    return told;
  }
}
