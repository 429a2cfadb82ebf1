package io.caseclock.monitor.standing;

import io.caseclock.contract.DeadlineCounts;
import io.caseclock.monitor.statistics.Rate;
import java.util.HashMap;
import java.util.Map;

/**
 * The numbers of a unit and all below it in one month.
 *
 * @param findings raised in the month
 * @param safeDays days since the last breach at the end of the month, as far back as it was looked
 * @param rates of deadlines met in time, by the ids of indicators; what nothing was counted for may
 *     be absent
 */
public record UnitNumbers(
    DeadlineCounts counts, long findings, long safeDays, Map<String, Rate> rates) {

  private static final Rate NOTHING = Rate.of(0, 0);

  public UnitNumbers {
    rates = Map.copyOf(rates);
  }

  /** A unit of which nothing is known. */
  public static UnitNumbers none(long safeDays) {
    return new UnitNumbers(DeadlineCounts.NONE, 0, safeDays, Map.of());
  }

  public Rate rate(String indicator) {
    return rates.getOrDefault(indicator, NOTHING);
  }

  /** Those of two units together. */
  public UnitNumbers plus(UnitNumbers other) {
    Map<String, Rate> sums = new HashMap<>(rates);
    other.rates.forEach((id, rate) -> sums.merge(id, rate, UnitNumbers::sum));
    return new UnitNumbers(
        counts.plus(other.counts),
        findings + other.findings,
        Math.min(safeDays, other.safeDays),
        sums);
  }

  private static Rate sum(Rate one, Rate other) {
    return Rate.of(one.met() + other.met(), one.of() + other.of());
  }
}
