package io.caseclock.monitor.prediction;

/**
 * Whose steps a curve was learned from.
 *
 * @param unit the unit and all below it; {@link #ALL} for all units
 */
public record CurveKey(String rule, String unit) {

  /** Stands for all units. */
  public static final String ALL = "";
}
