package io.caseclock.bench.statistics;

import io.caseclock.contract.PeriodNumbers;
import io.caseclock.contract.PeriodNumbers.Kind;
import io.caseclock.contract.UnitKind;
import io.caseclock.monitor.closing.ClosePeriods;
import io.caseclock.monitor.closing.ClosedPeriods;
import io.caseclock.monitor.jdbc.JdbcClosedPeriods;
import io.caseclock.monitor.jdbc.JdbcPeriodSources;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.statistics.DeadlineStatistics;
import io.caseclock.monitor.statistics.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Closes the month before today for all units, and nothing else that is due. */
final class MonthOfAllUnits implements ClosedPeriods {

  private final ClosedPeriods closed;
  private final LocalDate month;
  private final ClosePeriods close;

  MonthOfAllUnits(Bureau bureau, Law law, DeadlineStatistics statistics, DataSource database) {
    closed = new JdbcClosedPeriods(database);
    month = bureau.today().withDayOfMonth(1).minusMonths(1);
    close =
        new ClosePeriods(law, statistics, new JdbcPeriodSources(database, law), this, bureau::now);
  }

  /** Returns for how many units it was told. */
  int close() {
    return close.run();
  }

  @Override
  public Optional<LocalDate> firstDay() {
    return closed.firstDay();
  }

  @Override
  public Optional<Instant> countedSince() {
    return closed.countedSince();
  }

  @Override
  public List<TreeUnit> units() {
    return closed.units();
  }

  @Override
  public List<String> missing(Kind kind, LocalDate from, Set<UnitKind> kinds) {
    return kind == Kind.MONTHLY && from.equals(month)
        ? closed.missing(kind, from, kinds)
        : List.of();
  }

  @Override
  public boolean isChanging(Span span, Instant since) {
    return false;
  }

  @Override
  public int close(List<PeriodNumbers> numbers) {
    return closed.close(numbers);
  }
}
