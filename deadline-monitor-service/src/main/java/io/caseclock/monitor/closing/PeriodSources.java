package io.caseclock.monitor.closing;

import io.caseclock.contract.PeriodNumbers.Ahead;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a bulletin needs of all units at once, beside the statistics. */
public interface PeriodSources {

  /**
   * The days on which anything was late, by unit, oldest first; as known now.
   *
   * @param upTo inclusive, a day that is over
   */
  Map<String, List<LocalDate>> breachDays(LocalDate upTo);

  /** The first day to which anything counts, by unit. */
  Map<String, LocalDate> firstDays();

  /**
   * How many running deadlines become late between two instants, by unit.
   *
   * @param from exclusive
   * @param until inclusive
   */
  Map<String, Long> ahead(Instant from, Instant until);

  /**
   * The first of them of each unit.
   *
   * @param most how many of one unit
   */
  Map<String, List<Ahead>> firstAhead(Instant from, Instant until, int most);
}
