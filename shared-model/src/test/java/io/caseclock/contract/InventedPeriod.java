package io.caseclock.contract;

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

/** The numbers of invented periods. */
final class InventedPeriod {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Names NAMES = new Names("虚构通报", "Invented bulletin");
  private static final DeadlineCounts BEFORE =
      new DeadlineCounts(10, 7, 1, 3, 0, 2, 4, 1, 0, 0, 3, 1, 0);
  private static final DeadlineCounts COUNTS =
      new DeadlineCounts(12, 10, 1, 1, 1, 0, 5, 2, 1, 0, 1, 2, 0);

  /** A month in which everything stands that a bulletin can have. */
  static PeriodNumbers month() {
    var from = LocalDate.of(2026, 3, 1);
    return new PeriodNumbers(
        PeriodNumbers.idOf("X01", Kind.MONTHLY, from),
        "X01",
        Kind.MONTHLY,
        NAMES,
        from,
        LocalDate.of(2026, 3, 31),
        ZONE,
        Instant.parse("2026-04-01T01:30:00Z"),
        true,
        COUNTS,
        BEFORE,
        new Bounded<>(List.of(new UnitCounts("X0101", COUNTS, BEFORE)), 3),
        List.of(
            new Rate(
                "closed-in-time",
                new Names("按时办结率", "Closed in time"),
                10,
                11,
                7,
                10,
                "98.5",
                "red")),
        List.of(new ListCounts("case-closing", new Names("案件结案", "Case closing"), 1, 1, 3, 1)),
        new SafeDays(4, 31, LocalDate.of(2026, 3, 27)),
        new Bounded<>(List.of(new UnitAhead("X0101", 7, List.of(ahead()))), 0),
        new Bounded<>(List.of("X0102"), 0),
        new Bounded<>(List.of(new Movement("X0101", 3, 1)), 0));
  }

  private static Ahead ahead() {
    return new Ahead(
        "A990001",
        "case/A990001",
        new Names("治安案件办案期限", "Handling period"),
        "X0101",
        "O1",
        Instant.parse("2026-04-09T16:00:00Z"));
  }

  /** A day on which nothing was due. */
  static PeriodNumbers emptyDay() {
    var day = LocalDate.of(2026, 3, 2);
    return new PeriodNumbers(
        PeriodNumbers.idOf("X0101", Kind.DAILY, day),
        "X0101",
        Kind.DAILY,
        NAMES,
        day,
        day,
        ZONE,
        Instant.parse("2026-03-03T00:30:00Z"),
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

  private InventedPeriod() {}
}
