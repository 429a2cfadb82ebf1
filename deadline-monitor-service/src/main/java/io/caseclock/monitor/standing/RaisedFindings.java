package io.caseclock.monitor.standing;

import io.caseclock.monitor.statistics.Knowledge;
import java.time.Instant;
import java.util.Map;

/** Counts findings by the units to which they belong. */
public interface RaisedFindings {

  /**
   * Those raised in the period, without what was recorded and proved wrong, by unit; units without
   * any are absent.
   *
   * @param unit whose subtree is counted
   * @param from inclusive
   * @param until exclusive
   * @param knowledge whether what proved wrong after the period counts
   */
  Map<String, Long> byUnit(String unit, Instant from, Instant until, Knowledge knowledge);
}
