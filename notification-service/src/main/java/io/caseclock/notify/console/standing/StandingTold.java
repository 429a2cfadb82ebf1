package io.caseclock.notify.console.standing;

import io.caseclock.contract.Names;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.monitor.Query;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the units of one kind stand, page by page; see {@code GET /api/v1/standing}.
 *
 * @param next the place of the page behind; null on the last
 */
public record StandingTold(
    String unit,
    String kind,
    String month,
    boolean closed,
    String view,
    int leastDue,
    List<Judged> judged,
    List<Unjudged> tooLittle,
    @Nullable String next) {

  /** A unit with its points. */
  public record Judged(
      String unit,
      Names names,
      int rank,
      int of,
      BigDecimal points,
      int start,
      List<Line> lines,
      @Nullable BigDecimal pointsBefore,
      @Nullable BigDecimal movement,
      @Nullable Integer rankBefore) {

    /** up, down or same; none where the month before was not judged. */
    public String trend() {
      return movement == null
          ? "none"
          : List.of("down", "same", "up").get(Integer.signum(movement.signum()) + 1);
    }
  }

  /** What a line of the pack gave or took. */
  public record Line(
      String id,
      Names names,
      String measure,
      long number,
      @Nullable Long of,
      BigDecimal amount,
      String per,
      BigDecimal each,
      BigDecimal most,
      BigDecimal points,
      boolean capped,
      boolean judged) {

    /** Where the rows stand that the line was counted from, of a unit and a month. */
    public String rows(String unit, String month) {
      var span = YearMonth.parse(month);
      var due =
          Query.of("unit", unit)
              .and("dueOnFrom", span.atDay(1))
              .and("dueOnTo", span.atEndOfMonth());
      return switch (measure) {
        case "breached", "safe-days" ->
            due.and("status", "breached").and("status", "met-late").behind("/deadlines");
        case "met-late", "late-work" -> due.and("status", "met-late").behind("/deadlines");
        case "overdue-open" -> due.and("status", "breached").behind("/deadlines");
        case "late-data" -> due.and("status", "met").behind("/deadlines");
        case "extended" -> due.and("status", "any").behind("/deadlines");
        case "findings" -> Query.of("unit", unit).behind("/lists");
        default -> Query.of("unit", unit).behind("/indicators/" + Links.segment(measure));
      };
    }
  }

  /** A unit with too little to judge. */
  public record Unjudged(String unit, Names names, long due) {}
}
