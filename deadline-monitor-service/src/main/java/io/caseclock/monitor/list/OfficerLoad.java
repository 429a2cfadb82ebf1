package io.caseclock.monitor.list;

import org.jspecify.annotations.Nullable;

/**
 * What fell to an officer of a unit in a period, and what went wrong of it.
 *
 * @param officer null where none is named, and where units are counted
 * @param due deadlines that were due, whoever did them in the end
 * @param breached those of them that were late at any time
 * @param cases in which something was due or found
 * @param casesWithFinding those of them in which something was found
 * @param findings all of them
 */
public record OfficerLoad(
    String unit,
    @Nullable String officer,
    long due,
    long breached,
    long cases,
    long casesWithFinding,
    long findings) {

  public Proportion breaches() {
    return new Proportion(breached, due);
  }

  public Proportion faultyCases() {
    return new Proportion(casesWithFinding, cases);
  }
}
