package io.caseclock.monitor.prediction;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Where the learned curves are kept, for all replicas. */
public interface Curves {

  /**
   * How much was learned.
   *
   * @param at when it began; the epoch where nothing was learned yet
   * @param curves how many are usable
   * @param finished how many steps that were done they rest on
   */
  record Learned(Instant at, long curves, long finished) {}

  Learned learned();

  /** Those of these that are usable. */
  Map<CurveKey, SurvivalCurve> find(Collection<CurveKey> keys);

  /** Keeps the curves of one rule, by unit, in place of those before. */
  void keep(String rule, Map<String, SurvivalCurve> byUnit, Instant learnedAt);

  /** Forgets the curves that were learned before. */
  void forgetBefore(Instant learnedAt);
}
