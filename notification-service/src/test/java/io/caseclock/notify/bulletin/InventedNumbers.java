package io.caseclock.notify.bulletin;

import io.caseclock.contract.DeadlineCounts;
import io.caseclock.contract.Names;
import io.caseclock.contract.PeriodNumbers;
import io.caseclock.contract.PeriodNumbers.Ahead;
import io.caseclock.contract.PeriodNumbers.Bounded;
import io.caseclock.contract.PeriodNumbers.Kind;
import io.caseclock.contract.PeriodNumbers.ListCounts;
import io.caseclock.contract.PeriodNumbers.Movement;
import io.caseclock.contract.PeriodNumbers.Rate;
import io.caseclock.contract.PeriodNumbers.SafeDays;
import io.caseclock.contract.PeriodNumbers.UnitAhead;
import io.caseclock.contract.PeriodNumbers.UnitCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Numbers as the monitor could say them. */
public final class InventedNumbers {

  static final DeadlineCounts SOME = new DeadlineCounts(12, 10, 1, 1, 1, 0, 5, 2, 1, 0, 1, 2, 0);

  public static PeriodNumbers day(String unit, LocalDate day) {
    return of(unit, Kind.DAILY, day, DeadlineCounts.NONE, false, "closing");
  }

  static PeriodNumbers belatedDay(String unit, LocalDate day) {
    return of(unit, Kind.DAILY, day, SOME, true, "closing");
  }

  /** A month; the case has a number that a spreadsheet could take for a formula. */
  public static PeriodNumbers month(String unit, LocalDate from, String caseId) {
    return of(unit, Kind.MONTHLY, from, SOME, false, caseId);
  }

  private static PeriodNumbers of(
      String unit,
      Kind kind,
      LocalDate from,
      DeadlineCounts counts,
      boolean belated,
      String caseId) {
    var isMonth = kind == Kind.MONTHLY;
    return new PeriodNumbers(
        PeriodNumbers.idOf(unit, kind, from),
        unit,
        kind,
        new Names("虚构通报", "Invented bulletin"),
        from,
        kind.lastOf(from),
        ZoneId.of("Asia/Shanghai"),
        Instant.parse("2026-03-03T00:30:00Z"),
        belated,
        counts,
        SOME,
        new Bounded<>(List.of(new UnitCounts(unit, counts, SOME)), 2),
        List.of(
            new Rate(
                "closed-in-time",
                new Names("按时办结率", "Closed in time"),
                10,
                11,
                10,
                11,
                "98.5",
                "red")),
        List.of(new ListCounts("case-closing", new Names("结案", "Closing"), 1, 1, 1, 1)),
        new SafeDays(4, 31, from.minusDays(4)),
        isMonth ? new Bounded<>(List.of(ahead(unit, caseId)), 0) : Bounded.none(),
        isMonth ? new Bounded<>(List.of(unit), 0) : Bounded.none(),
        isMonth ? new Bounded<>(List.of(new Movement(unit, 3, 1)), 0) : Bounded.none());
  }

  private static UnitAhead ahead(String unit, String caseId) {
    var names = new Names("治安案件办案期限", "Handling period");
    var dueAt = Instant.parse("2026-04-09T16:00:00Z");
    return new UnitAhead(
        unit, 7, List.of(new Ahead(caseId, "case/" + caseId, names, unit, "O1", dueAt)));
  }

  private InventedNumbers() {}
}
