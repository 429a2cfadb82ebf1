package io.caseclock.monitor.closing;

import io.caseclock.contract.PeriodNumbers;
import io.caseclock.contract.PeriodNumbers.Kind;
import io.caseclock.contract.UnitKind;
import io.caseclock.monitor.statistics.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which periods of which units were closed. */
public interface ClosedPeriods {

  /**
   * A unit with its place in the tree.
   *
   * @param path ids from the root down, such as {@code /D01/D0102/}
   */
  record TreeUnit(String id, String path, String kind) {}

  /**
   * The first day to which anything counts in any unit, or since which this is counted, whichever
   * is earlier; empty where nothing was ever counted.
   */
  Optional<LocalDate> firstDay();

  /** When the monitor began to count; empty where it has not yet. */
  Optional<Instant> countedSince();

  /** All units, parents before what is below them. */
  List<TreeUnit> units();

  /** Units of these kinds whose period is not closed yet. */
  List<String> missing(Kind kind, LocalDate from, Set<UnitKind> kinds);

  /**
   * Whether anything became known of deadlines that count to the span after an instant: a load may
   * be under way.
   */
  boolean isChanging(Span span, Instant since);

  /**
   * Remembers that they are closed and hands them over to the outbox, in one transaction; those
   * that another replica has closed meanwhile are left out.
   *
   * @return how many were closed
   */
  int close(List<PeriodNumbers> numbers);
}
