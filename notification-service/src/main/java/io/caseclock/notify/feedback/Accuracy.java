package io.caseclock.notify.feedback;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How often warnings were right.
 *
 * @param told how many were told to at least one person
 * @param judged of those, how many at least one receiver judged
 * @param right judged, and nobody says wrong
 * @param wrong judged, and somebody says wrong
 * @param disputed of the wrong ones, those that somebody else calls right
 * @param causes the wrong ones by the cause that was named last; they add up to {@code wrong}
 */
public record Accuracy(
    long told, long judged, long right, long wrong, long disputed, Map<Cause, Long> causes) {

  public static final Accuracy NOTHING = new Accuracy(0, 0, 0, 0, 0, Map.of());

  /** The two-sided 95 % quantile of the normal distribution. */
  private static final double Z = 1.959963984540054;

  public Accuracy {
    causes = Map.copyOf(causes);
    if (right + wrong != judged || judged > told || disputed > wrong) {
      throw new IllegalArgumentException(
          "does not add up: " + told + " " + judged + " " + right + " " + wrong + " " + disputed);
    }
  }

  public Accuracy plus(Accuracy other) {
    Map<Cause, Long> sum = new EnumMap<>(Cause.class);
    sum.putAll(causes);
    other.causes.forEach((cause, count) -> sum.merge(cause, count, Long::sum));
    return new Accuracy(
        told + other.told,
        judged + other.judged,
        right + other.right,
        wrong + other.wrong,
        disputed + other.disputed,
        sum);
  }

  /** The share of right ones among those judged; empty where nothing was judged. */
  public OptionalDouble rate() {
    return judged == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / judged);
  }

  /** How many of those told were judged at all; empty where nothing was told. */
  public OptionalDouble shareJudged() {
    return told == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) judged / told);
  }

  /** The lower end of the 95 % interval of the rate (Wilson); empty where nothing was judged. */
  public OptionalDouble rateAtLeast() {
    return judged == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.max(0, centre() - spread()));
  }

  /** The upper end of the 95 % interval of the rate (Wilson); empty where nothing was judged. */
  public OptionalDouble rateAtMost() {
    return judged == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(1, centre() + spread()));
  }

  private double centre() {
    return ((double) right / judged + Z * Z / (2.0 * judged)) / (1 + Z * Z / judged);
  }

  private double spread() {
    var share = (double) right / judged;
    var inner = share * (1 - share) / judged + Z * Z / (4.0 * judged * judged);
    return Z * Math.sqrt(inner) / (1 + Z * Z / judged);
  }
}
