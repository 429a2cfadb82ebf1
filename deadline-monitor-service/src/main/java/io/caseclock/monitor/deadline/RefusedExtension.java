package io.caseclock.monitor.deadline;

import io.caseclock.contract.EventId;

/** An approval that moved nothing, or a decided term that the law does not allow, and why. */
public record RefusedExtension(EventId event, Reason reason) {

  /** Why an approval has no effect. */
  public enum Reason {
    /** Approved after the last day; late approval does not cure. */
    LATE,
    /** The rule knows no extension at all. */
    NOT_EXTENDABLE,
    /** More than one approval may add, or than the whole period may be. */
    TOO_MUCH,
    /** All the extensions that the rule allows were used. */
    TOO_OFTEN,
    /** The approver stands too low, or in another line. */
    LEVEL_TOO_LOW,
    /** The amount cannot be read, or is in hours where the period is in days, or the reverse. */
    UNREADABLE,
    /** Not an approval: the term that came with the start is shorter or longer than allowed. */
    TERM_OUT_OF_BOUNDS
  }
}
