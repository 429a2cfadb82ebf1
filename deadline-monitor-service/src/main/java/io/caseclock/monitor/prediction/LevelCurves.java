package io.caseclock.monitor.prediction;

import io.caseclock.monitor.prediction.Observations.OfUnit;
import io.caseclock.monitor.prediction.SurvivalCurve.Observed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Adds the curves of units up to those of the units above and of all, rule by rule, and hands on
 * those that rest on enough. Holds one rule at a time.
 */
final class LevelCurves implements Consumer<OfUnit> {

  /** Fewer done steps say nothing of how long the next one takes. */
  static final int FEWEST_DONE = 20;

  /** How many ages a curve keeps; what is joined differs by less than a hundredth. */
  static final int MOST_AGES = 200;

  private final Function<String, List<String>> lineOf;
  private final BiConsumer<String, Map<String, SurvivalCurve>> sink;
  private final Map<String, List<String>> lines = new HashMap<>();
  private final Map<String, List<Observed>> byLevel = new HashMap<>();
  private String rule = "";

  /**
   * Of what comes in rule by rule.
   *
   * @param lineOf a unit and those above it, nearest first
   * @param sink gets each rule once, with its usable curves by unit
   */
  LevelCurves(
      Function<String, List<String>> lineOf, BiConsumer<String, Map<String, SurvivalCurve>> sink) {
    this.lineOf = lineOf;
    this.sink = sink;
  }

  @Override
  public void accept(OfUnit one) {
    if (!one.rule().equals(rule)) {
      finish();
      rule = one.rule();
    }
    add(CurveKey.ALL, one.curve());
    lines.computeIfAbsent(one.unit(), lineOf).forEach(level -> add(level, one.curve()));
  }

  private void add(String level, SurvivalCurve curve) {
    byLevel.computeIfAbsent(level, any -> new ArrayList<>()).addAll(curve.observed());
  }

  /** Hands on the rule that came last. */
  void finish() {
    Map<String, SurvivalCurve> usable = new HashMap<>();
    byLevel.forEach(
        (level, seen) -> {
          var curve = SurvivalCurve.of(seen);
          if (curve.finished() >= FEWEST_DONE) {
            usable.put(level, curve.compressed(MOST_AGES));
          }
        });
    if (!byLevel.isEmpty()) {
      sink.accept(rule, usable);
    }
    byLevel.clear();
  }
}
