package io.caseclock.monitor.standing;

import io.caseclock.pack.Indicator;
import io.caseclock.pack.Percent;
import io.caseclock.pack.Standing;
import io.caseclock.pack.Standing.Effect;
import io.caseclock.pack.Standing.Line;
import io.caseclock.pack.Standing.Measure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Computes the points of a unit. Pure: the same numbers give the same points. */
public final class Appraisal {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int PLACES = 2;

  /** Fewer say nothing about a rate. */
  private static final long FEWEST_OF_A_RATE = 5;

  /** How a unit is judged. */
  public sealed interface Result {}

  /**
   * Its points, and how each line came to its own.
   *
   * @param points where it started, with what each line gives and takes; may be below zero
   */
  public record Judged(BigDecimal points, List<LineResult> lines) implements Result {
    public Judged {
      lines = List.copyOf(lines);
    }
  }

  /**
   * It is not judged: fewer deadlines were due than the pack wants, or they say something about one
   * number only.
   */
  public record TooLittle(long due) implements Result {}

  /**
   * What a line gave or took.
   *
   * @param number what was counted; of a rate the numerator
   * @param of what it is a share of; null where it is none
   * @param amount what the points are for: as many, in a hundred due, days, or percent below target
   * @param points below zero where they are taken
   * @param capped whether the line would have given or taken more
   * @param judged false where there was too little for this line, which gives and takes nothing
   */
  public record LineResult(
      Line line,
      long number,
      @Nullable Long of,
      BigDecimal amount,
      BigDecimal points,
      boolean capped,
      boolean judged) {}

  private final Standing standing;
  private final Map<String, Indicator> indicators;

  /**
   * @param indicators those that lines name, by id
   */
  public Appraisal(Standing standing, Map<String, Indicator> indicators) {
    this.standing = standing;
    this.indicators = Map.copyOf(indicators);
  }

  public Result of(UnitNumbers numbers) {
    var due = numbers.counts().due();
    if (due < standing.leastDue()) {
      return new TooLittle(due);
    }
    var lines = standing.lines().stream().map(line -> result(line, numbers)).toList();
    if (judgedMeasures(lines) < 2) {
      return new TooLittle(due);
    }
    var points =
        lines.stream()
            .map(LineResult::points)
            .reduce(BigDecimal.valueOf(standing.start()), BigDecimal::add);
    return new Judged(points.setScale(PLACES, RoundingMode.HALF_UP), lines);
  }

  private static long judgedMeasures(List<LineResult> lines) {
    return lines.stream()
        .filter(LineResult::judged)
        .map(one -> one.line().measure())
        .distinct()
        .count();
  }

  private LineResult result(Line line, UnitNumbers numbers) {
    return switch (line.measure()) {
      case Measure.Rate rate -> ofRate(line, rate.indicator(), numbers);
      case Measure.Counted counted -> ofNumber(line, number(counted.number(), numbers), numbers);
    };
  }

  private LineResult ofRate(Line line, String indicator, UnitNumbers numbers) {
    var rate = numbers.rate(indicator);
    if (rate.of() < FEWEST_OF_A_RATE) {
      return new LineResult(line, rate.met(), rate.of(), BigDecimal.ZERO, zero(), false, false);
    }
    var percent =
        BigDecimal.valueOf(rate.met())
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(rate.of()), MathContext.DECIMAL64);
    var below = target(indicator).value().subtract(percent).max(BigDecimal.ZERO);
    return priced(line, rate.met(), rate.of(), below);
  }

  private Percent target(String indicator) {
    var found = Objects.requireNonNull(indicators.get(indicator), "the pack declares " + indicator);
    return Objects.requireNonNull(found.target(), "a line of a standing has a target");
  }

  private static LineResult ofNumber(Line line, long number, UnitNumbers numbers) {
    var due = numbers.counts().due();
    return switch (line.per()) {
      case COUNT, DAY -> priced(line, number, null, BigDecimal.valueOf(number));
      case HUNDRED_DUE ->
          priced(
              line,
              number,
              due,
              BigDecimal.valueOf(number)
                  .multiply(HUNDRED)
                  .divide(BigDecimal.valueOf(due), MathContext.DECIMAL64));
      case PERCENT_BELOW_TARGET -> throw new IllegalArgumentException("no rate: " + line.id());
    };
  }

  private static LineResult priced(Line line, long number, @Nullable Long of, BigDecimal amount) {
    var full = amount.multiply(line.points());
    var points = full.min(line.most()).setScale(PLACES, RoundingMode.HALF_UP);
    return new LineResult(
        line,
        number,
        of,
        amount.setScale(PLACES, RoundingMode.HALF_UP),
        line.effect() == Effect.GIVES ? points : points.negate(),
        full.compareTo(line.most()) > 0,
        true);
  }

  private static BigDecimal zero() {
    return BigDecimal.ZERO.setScale(PLACES);
  }

  private static long number(Standing.Number number, UnitNumbers numbers) {
    var counts = numbers.counts();
    return switch (number) {
      case BREACHED -> counts.breached();
      case MET_LATE -> counts.metLate();
      case LATE_WORK -> counts.lateWork();
      case LATE_DATA -> counts.lateData();
      case OVERDUE_OPEN -> counts.overdueOpen();
      case EXTENDED -> counts.extended();
      case FINDINGS -> numbers.findings();
      case SAFE_DAYS -> numbers.safeDays();
    };
  }
}
