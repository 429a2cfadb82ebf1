package io.caseclock.monitor.prediction.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.caseclock.contract.Names;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.prediction.CurveKey;
import io.caseclock.monitor.prediction.Predictions.Predicted;
import io.caseclock.monitor.prediction.Reason;
import io.caseclock.monitor.rest.DeadlineView;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A running deadline and the chance that it will be missed.
 *
 * @param chance from 0 to 1, estimated; at most 0.01 too low since it was computed
 * @param chanceAtLeast lower end of the 95 % interval of the chance
 * @param chanceAtMost upper end of it
 * @param band low, medium (from 0.2 on) or high (from 0.5 on)
 * @param reason what the figure rests on, in a sentence
 * @param level whose cases it rests on
 * @param atRisk how many such cases were still open at this age
 * @param late of those, how many were not done within the time that this deadline has
 * @param unknown of those, of how many that is not known: they still run, or ended otherwise
 * @param beyondObserved true where no such case was seen for as long as this deadline may take
 * @param ageSeconds how long its clock had run when this was computed, pauses left out
 * @param limitSeconds at which age it is late
 */
public record PredictionView(
    DeadlineView deadline,
    double chance,
    double chanceAtLeast,
    double chanceAtMost,
    String band,
    Names reason,
    Level level,
    long atRisk,
    long late,
    long unknown,
    boolean beyondObserved,
    long ageSeconds,
    long limitSeconds,
    Instant computedAt) {

  /**
   * Whose cases a prediction rests on.
   *
   * @param unit the unit and all below it; null for all units
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Level(@Nullable String unit, Names names) {}

  /**
   * @param names of a unit
   */
  static PredictionView of(
      Predicted predicted, Law law, Instant now, Function<String, Names> names) {
    var prediction = predicted.prediction();
    var open = prediction.open();
    var isAll = prediction.level().equals(CurveKey.ALL);
    var level =
        isAll
            ? new Level(null, Reason.ALL_UNITS)
            : new Level(prediction.level(), names.apply(prediction.level()));
    return new PredictionView(
        DeadlineView.of(predicted.deadline(), law, now),
        prediction.chance(),
        open.share().atLeast(),
        open.share().atMost(),
        prediction.band().wire(),
        Reason.of(prediction, level.names()),
        level,
        open.atRisk(),
        open.late(),
        open.unknown(),
        open.beyondObserved(),
        prediction.age(),
        prediction.limit(),
        predicted.computedAt());
  }
}
