package io.caseclock.monitor.prediction;

import java.time.Instant;

/**
 * What a unit has said, for itself and all below it that said nothing.
 *
 * @param band the least that is told; not low, of which all would be told
 * @param by who said it
 */
public record RiskWarning(String unit, boolean enabled, Band band, String by, Instant at) {

  public RiskWarning {
    if (band == Band.LOW) {
      throw new IllegalArgumentException("the band is medium or high");
    }
  }
}
