package io.caseclock.monitor.prediction;

import io.caseclock.monitor.prediction.SurvivalCurve.StillOpen;

/**
 * The chance that a running deadline will be missed, and what it rests on.
 *
 * @param open what became of such cases that were open at the age
 * @param level whose cases those were: a unit and all below it, or {@link CurveKey#ALL}
 * @param age in counted seconds, when it was computed
 * @param limit the age at which it is late
 */
public record Prediction(StillOpen open, String level, long age, long limit) {

  public double chance() {
    return open.share().value();
  }

  public Band band() {
    return Band.of(chance());
  }
}
