package io.caseclock.notify.bulletin;

import io.caseclock.contract.Names;
import io.caseclock.contract.PeriodNumbers;
import io.caseclock.contract.PeriodNumbers.Rate;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a bulletin says; whatever form it is read in is made of this alone.
 *
 * @param format which members there are: {@link #FORMAT}
 * @param period as the monitor said it
 * @param own what this service adds
 * @param unitNames of each unit that it names, as the directory had them; an unknown one is absent
 */
public record BulletinContent(
    String format,
    String id,
    int serial,
    Instant issuedAt,
    PeriodNumbers period,
    OwnNumbers own,
    Map<String, Names> unitNames) {

  public static final String FORMAT = "caseclock-bulletin/1";

  public BulletinContent {
    unitNames = Collections.unmodifiableSortedMap(new TreeMap<>(unitNames));
  }

  /**
   * What this service counts.
   *
   * @param noticesIssued in the period, but for those withdrawn
   * @param noticesIssuedBefore the same in the period before
   */
  public record OwnNumbers(long noticesIssued, long noticesIssuedBefore, List<Rate> rates) {
    public OwnNumbers {
      rates = List.copyOf(rates);
    }
  }

  /** Without what is about to be late in these cases; the numbers go on counting it. */
  public BulletinContent without(Collection<String> cases) {
    return new BulletinContent(format, id, serial, issuedAt, period.without(cases), own, unitNames);
  }

  /** What people call a unit. */
  public Names nameOf(String unit) {
    return unitNames.getOrDefault(unit, new Names(unit, unit));
  }
}
