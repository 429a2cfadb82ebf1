package io.caseclock.monitor.period;

/** What a day was for a period. */
public enum DayMark {
  /** The day of the starting event, which is day zero. */
  START,
  COUNTED,
  /** Counts although it falls on a weekend: a notice made it a working day. */
  MAKE_UP_WORKING_DAY,
  /** Does not count because of a span. */
  LEFT_OUT,
  /** A rest day or holiday that a period in working days passes over. */
  REST_DAY,
  /** After the period itself had run: carried on because its last day was no working day. */
  CARRIED
}
