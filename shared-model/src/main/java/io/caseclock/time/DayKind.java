package io.caseclock.time;

/** What a day is, for counting and for explaining. */
public enum DayKind {
  WORKING_DAY,
  /** A weekend day that a notice made a working day: 调休上班. */
  MAKE_UP_WORKING_DAY,
  WEEKEND,
  /** An off day of a notice, which may fall on any weekday. */
  HOLIDAY;

  public boolean isWorking() {
    return this == WORKING_DAY || this == MAKE_UP_WORKING_DAY;
  }
}
