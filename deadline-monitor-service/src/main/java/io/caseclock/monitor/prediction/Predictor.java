package io.caseclock.monitor.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Predicts from the curve of the unit, or of the nearest unit above that has seen enough, or of all
 * units.
 */
final class Predictor {

  /** Of fewer that were open as long, nothing is said. */
  static final int FEWEST_AT_RISK = 10;

  /** A chance that has grown by less is not computed anew. */
  static final double STEP = 0.01;

  /**
   * A prediction, and the age from which on another one holds.
   *
   * @param changesAt empty where it holds until the limit
   */
  record Outlook(Prediction prediction, OptionalLong changesAt) {}

  private final Function<CurveKey, @Nullable SurvivalCurve> curves;

  /**
   * @param curves null where there is no usable one
   */
  Predictor(Function<CurveKey, @Nullable SurvivalCurve> curves) {
    this.curves = curves;
  }

  /** The levels at which curves are sought, the nearest first. */
  static List<String> levels(List<String> line) {
    List<String> levels = new ArrayList<>(line);
    levels.add(CurveKey.ALL);
    return levels;
  }

  /**
   * Empty where at no level enough is known.
   *
   * @param line the unit and those above it, nearest first
   * @param age below the limit
   */
  Optional<Outlook> predict(String rule, List<String> line, long age, long limit) {
    for (var level : levels(line)) {
      var curve = curves.apply(new CurveKey(rule, level));
      var open =
          Optional.ofNullable(curve)
              .flatMap(known -> known.openAt(limit, age))
              .filter(found -> found.atRisk() >= FEWEST_AT_RISK);
      if (curve != null && open.isPresent()) {
        var prediction = new Prediction(open.get(), level, age, limit);
        var until = Math.min(prediction.chance() + STEP, above(prediction.band()));
        return Optional.of(
            new Outlook(
                prediction, curve.changesAt(limit, age, open.get(), until, FEWEST_AT_RISK)));
      }
    }
    return Optional.empty();
  }

  private static double above(Band band) {
    return switch (band) {
      case LOW -> Band.MEDIUM.atLeast();
      case MEDIUM -> Band.HIGH.atLeast();
      case HIGH -> 1;
    };
  }
}
