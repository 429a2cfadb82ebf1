package io.caseclock.monitor.present;

/** What is counted at this moment, and the words that ask for the deadlines behind it. */
public enum Figure {
  /** Late and not done. */
  OVERDUE("status=breached"),
  /** Open, not late yet, and its last lawful day is today. */
  TODAY("status=running&due=today"),
  /** Open, and its last lawful day is tomorrow. */
  TOMORROW("status=running&due=tomorrow"),
  /** Open, not late yet, and its last lawful day is one from today to Sunday. */
  THIS_WEEK("status=running&due=this-week"),
  /** Open, not late yet, and missed with a chance of one in two or more. */
  HIGH_RISK("risk=high"),
  /** The same, with a chance of one in five or more, but less than one in two. */
  MEDIUM_RISK("risk=medium"),
  /** Began to run since the beginning of yesterday, whatever came of it. */
  OPENED("changed=opened"),
  /** Became late since the beginning of yesterday, mended or not. */
  BREACHED("changed=breached"),
  /** Known since then to have been met in time. */
  MET("changed=met"),
  /** Known since then to have been met after the due instant. */
  MET_LATE("changed=met-late");

  private final String filter;

  Figure(String filter) {
    this.filter = filter;
  }

  /** Parameters of {@code GET /api/v1/deadlines}, without the unit and the officer. */
  public String filter() {
    return filter;
  }
}
