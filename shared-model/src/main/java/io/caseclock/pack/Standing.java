package io.caseclock.pack;

import io.caseclock.contract.Names;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * By which points units are appraised each month. It never rests on one number alone, and never
 * judges a unit with too little to judge.
 *
 * @param start the points that each unit has before any line gives or takes
 * @param leastDue a unit with fewer deadlines due in the month is not judged
 * @param lines from at least two different numbers
 */
public record Standing(int start, int leastDue, List<Line> lines) {

  /** Holds where a pack does not say where to start. */
  public static final int START = 100;

  /** Holds where a pack does not say how little is too little. */
  public static final int LEAST_DUE = 20;

  /** A group under five is never ranked. */
  public static final int LEAST_OF_ALL = 5;

  /**
   * A number that gives or takes points.
   *
   * @param points for each unit of {@code per}, more than zero
   * @param most the most that the line gives or takes, at least {@code points}
   */
  public record Line(
      String id,
      Names names,
      Measure measure,
      Effect effect,
      BigDecimal points,
      Per per,
      BigDecimal most) {

    /** Refuses points that are none, a cap below them, and a {@code per} that does not fit. */
    public Line {
      if (points.signum() <= 0 || most.compareTo(points) < 0) {
        throw new IllegalArgumentException("no points, or more than the most: " + id);
      }
      if (!measure.fitting().contains(per)) {
        throw new IllegalArgumentException("expected " + measure.fitting() + " per: " + id);
      }
    }
  }

  /** What a line looks at. */
  public sealed interface Measure {

    /** For what its points may be. */
    default List<Per> fitting() {
      return switch (this) {
        case Rate rate -> List.of(Per.PERCENT_BELOW_TARGET);
        case Counted counted ->
            counted.number() == Number.SAFE_DAYS
                ? List.of(Per.DAY)
                : List.of(Per.COUNT, Per.HUNDRED_DUE);
      };
    }

    /** A number of the statistics. */
    record Counted(Number number) implements Measure {}

    /** A rate of deadlines, by the id of an indicator that has a target. */
    record Rate(String indicator) implements Measure {}
  }

  /** The numbers of a unit and a month. */
  public enum Number {
    /** Deadlines that were late at any time. */
    BREACHED,
    MET_LATE,
    /** Late since the work was late. */
    LATE_WORK,
    /** Done in time and entered late. */
    LATE_DATA,
    /** Open and late at the end of the month. */
    OVERDUE_OPEN,
    EXTENDED,
    /** Findings raised in the month. */
    FINDINGS,
    /** Days since the last breach, at the end of the month. */
    SAFE_DAYS
  }

  /** Whether a line adds to the points of a unit or takes from them. */
  public enum Effect {
    GIVES,
    TAKES
  }

  /** What a line's points are for. */
  public enum Per {
    /** Each one that was counted. */
    COUNT,
    /** Each one in a hundred deadlines due. */
    HUNDRED_DUE,
    /** Each safe day. */
    DAY,
    /** Each percent by which a rate lies below its target. */
    PERCENT_BELOW_TARGET
  }

  /** Refuses to judge by one number alone, or units with next to nothing. */
  public Standing {
    lines = List.copyOf(lines);
    if (measures(lines) < 2) {
      throw new IllegalArgumentException("never by one number alone");
    }
    if (leastDue < LEAST_OF_ALL) {
      throw new IllegalArgumentException("a group under " + LEAST_OF_ALL + " is never ranked");
    }
  }

  /** How many different numbers the lines look at. */
  public static long measures(List<Line> lines) {
    return lines.stream().map(Line::measure).distinct().count();
  }

  /** The standing of the first pack that has one; empty where none has. */
  public static Optional<Standing> of(List<Pack> packs) {
    return packs.stream().flatMap(pack -> pack.standing().stream()).findFirst();
  }
}
