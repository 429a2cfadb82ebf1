package io.caseclock.notify.console.list;

import io.caseclock.contract.Names;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Officers or units beside their load; see {@code GET /api/v1/lists/{id}/officers}. */
public record OfficersTold(
    String list,
    Names names,
    String unit,
    LocalDate from,
    LocalDate to,
    String by,
    List<Line> lines,
    @Nullable String next) {

  /**
   * One officer or unit.
   *
   * @param breaches null where fewer than five deadlines were due
   * @param faultyCases null where fewer than five cases were looked at
   */
  public record Line(
      String unit,
      @Nullable String officer,
      @Nullable Share breaches,
      @Nullable Share faultyCases,
      @Nullable Long findings,
      boolean fewerThanFive,
      List<Repeat> repeats) {}

  /** A share in percent with its 95 % interval. */
  public record Share(long count, long of, double percent, double low, double high) {

    /** How wide the interval is, in percent; a hair where it would not be seen. */
    public double width() {
      return Math.max(0.5, Math.round((high - low) * 10) / 10.0);
    }
  }

  /** A mistake that the same officer repeated. */
  public record Repeat(Names names, long times, long officers, @Nullable Training training) {}

  /** What repeated mistakes call for. */
  public record Training(String id, Names names) {}
}
