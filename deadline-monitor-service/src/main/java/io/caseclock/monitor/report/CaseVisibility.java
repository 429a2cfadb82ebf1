package io.caseclock.monitor.report;

/** How much of a case somebody may see. */
public enum CaseVisibility {
  /** It is theirs now: they see all of it, also what happened before it was handed to them. */
  WHOLE,
  /** They had it before, or a deadline in it is theirs: they see the deadlines that are theirs. */
  OWN_DEADLINES,
  /** It is not theirs, or there is no such case. */
  NOTHING
}
