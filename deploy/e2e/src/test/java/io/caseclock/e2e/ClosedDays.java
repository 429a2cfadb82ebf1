package io.caseclock.e2e;

import io.caseclock.contract.DeadlineCounts;
import io.caseclock.contract.Names;
import io.caseclock.contract.PeriodNumbers;
import io.caseclock.contract.PeriodNumbers.Bounded;
import io.caseclock.contract.PeriodNumbers.Kind;
import io.caseclock.contract.PeriodNumbers.SafeDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Days of one unit on which nothing was due, as the monitor tells them; one for each name. */
final class ClosedDays {

  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

  private final Map<String, LocalDate> days = new HashMap<>();
  private final String unit;

  ClosedDays(String unit) {
    this.unit = unit;
  }

  LocalDate day(String name) {
    return days.computeIfAbsent(name, unknown -> FIRST.plusDays(days.size()));
  }

  PeriodNumbers numbers(String name, Instant at) {
    var day = day(name);
    return new PeriodNumbers(
        PeriodNumbers.idOf(unit, Kind.DAILY, day),
        unit,
        Kind.DAILY,
        new Names("示例日报", "Sample bulletin"),
        day,
        day,
        ZoneId.of("Asia/Shanghai"),
        at,
        false,
        DeadlineCounts.NONE,
        DeadlineCounts.NONE,
        Bounded.none(),
        List.of(),
        List.of(),
        new SafeDays(0, 0, null),
        Bounded.none(),
        Bounded.none(),
        Bounded.none());
  }
}
