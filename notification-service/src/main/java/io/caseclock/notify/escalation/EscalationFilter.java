package io.caseclock.notify.escalation;

import java.util.Optional;

/**
 * Which escalations somebody looks for, whatever their state; every part that says something has to
 * hold.
 *
 * @param unit of the breach, or a unit above it
 * @param officer who is responsible
 * @param severity of the breach
 * @param rule that was broken
 * @param list in which the breach counts
 * @param text a part of the number of the case
 */
public record EscalationFilter(
    Optional<String> unit,
    Optional<String> officer,
    Optional<String> severity,
    Optional<String> rule,
    Optional<String> list,
    Optional<String> text) {

  /** Every escalation. */
  public static final EscalationFilter ALL =
      new EscalationFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
