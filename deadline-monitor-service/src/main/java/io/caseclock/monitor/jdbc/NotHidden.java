package io.caseclock.monitor.jdbc;

/** The condition by which every statement that shows cases leaves out the hidden ones. */
final class NotHidden {

  /** Holds for rows of cases that are not hidden; takes the ids of those that are, as an array. */
  static String holds(String caseId) {
    return caseId + " <> all (?::text[])";
  }

  private NotHidden() {}
}
