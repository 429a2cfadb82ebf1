package io.caseclock.monitor.prediction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How well predictions held, over deadlines that the curves did not know.
 *
 * @param bins the tenths of the chance, the lowest first
 * @param squared the sum of the squared errors
 * @param undecided how many still run, which count nowhere else
 * @param unpredicted of how many too little was known, which count nowhere else
 */
public record Calibration(List<Bin> bins, double squared, long undecided, long unpredicted) {

  public static final int BINS = 10;

  /**
   * Those whose predicted chance lies in one tenth.
   *
   * @param predicted the sum of the chances
   * @param late how many were missed
   */
  public record Bin(long cases, double predicted, long late) {

    static final Bin NONE = new Bin(0, 0, 0);

    Bin plus(Bin other) {
      return new Bin(cases + other.cases, predicted + other.predicted, late + other.late);
    }

    /** Empty where there is none. */
    public OptionalDouble meanPredicted() {
      return share(predicted, cases);
    }

    /** Empty where there is none. */
    public OptionalDouble observed() {
      return share(late, cases);
    }
  }

  public static final Calibration NOTHING =
      new Calibration(Collections.nCopies(BINS, Bin.NONE), 0, 0, 0);

  public Calibration {
    bins = List.copyOf(bins);
    if (bins.size() != BINS) {
      throw new IllegalArgumentException("there are " + BINS + " bins");
    }
  }

  public Calibration plus(Calibration other) {
    List<Bin> sum = new ArrayList<>();
    for (var i = 0; i < BINS; i++) {
      sum.add(bins.get(i).plus(other.bins.get(i)));
    }
    return new Calibration(
        sum, squared + other.squared, undecided + other.undecided, unpredicted + other.unpredicted);
  }

  /** The same with so many more cases of one predicted chance, all missed or none. */
  Calibration with(double chance, boolean late, long cases) {
    var bin = new Bin(cases, chance * cases, late ? cases : 0);
    var error = chance - (late ? 1 : 0);
    List<Bin> bins = new ArrayList<>(NOTHING.bins);
    bins.set(Math.min(BINS - 1, (int) (chance * BINS)), bin);
    return plus(new Calibration(bins, error * error * cases, 0, 0));
  }

  Calibration withUndecided(long cases) {
    return new Calibration(bins, squared, undecided + cases, unpredicted);
  }

  Calibration withUnpredicted(long cases) {
    return new Calibration(bins, squared, undecided, unpredicted + cases);
  }

  public long cases() {
    return bins.stream().mapToLong(Bin::cases).sum();
  }

  public long late() {
    return bins.stream().mapToLong(Bin::late).sum();
  }

  /** The share that was missed; empty where there is none. */
  public OptionalDouble baseRate() {
    return share(late(), cases());
  }

  /** The mean squared error, 0 being perfect; empty where there is none. */
  public OptionalDouble brier() {
    return share(squared, cases());
  }

  /**
   * The mean squared error of whoever says the base rate of each, knowing it beforehand: no other
   * constant does better. Empty where there is none.
   */
  public OptionalDouble baseBrier() {
    return baseRate().stream().map(rate -> rate * (1 - rate)).findFirst();
  }

  /** How much of that error the predictions save; empty where there is none to save. */
  public OptionalDouble skill() {
    var base = baseBrier();
    return base.isEmpty() || base.getAsDouble() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 - brier().orElseThrow() / base.getAsDouble());
  }

  private static OptionalDouble share(double part, long cases) {
    return cases == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / cases);
  }
}
