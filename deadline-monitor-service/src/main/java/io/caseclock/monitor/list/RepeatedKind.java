package io.caseclock.monitor.list;

import org.jspecify.annotations.Nullable;

/**
 * The same mistake by the same officer at least twice in the period.
 *
 * @param officer null where units are counted
 * @param kind the rule that was breached, or the cause of the findings
 * @param element what the findings are about; null for a rule
 * @param times how often, by all officers who repeated it
 * @param officers how many they are
 */
public record RepeatedKind(
    String unit,
    @Nullable String officer,
    String kind,
    @Nullable String element,
    long times,
    long officers) {

  public boolean isOf(OfficerLoad load) {
    return unit.equals(load.unit()) && java.util.Objects.equals(officer, load.officer());
  }
}
