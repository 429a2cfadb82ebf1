package io.caseclock.monitor.prediction;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Consumer;

/** What became of the kept deadlines, in counted seconds. */
public interface Observations {

  /** How long the steps of one rule took in exactly one unit. */
  record OfUnit(String rule, String unit, SurvivalCurve curve) {}

  /**
   * Deadlines that began in a month and were still open when half of their time had passed.
   *
   * @param limit the age at which they are late
   * @param fate what became of them
   * @param cases how many such there are
   */
  record Held(String rule, String unit, long limit, Fate fate, long cases) {}

  /** What became of a deadline. */
  enum Fate {
    IN_TIME,
    LATE,
    /** It still runs. */
    UNDECIDED
  }

  /**
   * As it was known at an instant, rule by rule: what was done by then, and everything else as open
   * at that instant or at its end. History that was loaded counts as known when it is said to have
   * been recorded.
   */
  void knownAt(Instant at, Set<String> rules, Consumer<OfUnit> sink);

  /**
   * What of a month can be predicted afterwards, with what is known now; cancelled ones left out.
   */
  void held(YearMonth month, ZoneId zone, Set<String> rules, Instant now, Consumer<Held> sink);
}
