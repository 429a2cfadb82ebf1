package io.caseclock.e2e.faults;

import io.caseclock.e2e.Suite;

/**
 * What the databases of the three services hold of the cases of a load, asked beside the services.
 *
 * @param rule of the deadline that each case has
 */
record Reckoning(Suite suite, String prefix, String rule) {

  private static final String HANDLING = "public-security-case-handling";

  /** Of cases whose handling period runs. */
  Reckoning(Suite suite, String prefix) {
    this(suite, prefix, HANDLING);
  }

  /** Events that were accepted and that the monitor does not know. */
  long notEvaluated() {
    return count(
        """
        select count(*) from intake.journal j
        where starts_with(j.case_id, ?) and not exists (select from monitor.case_event e
          where e.case_id = j.case_id and e.source = j.source and e.event_id = j.event_id)
        """);
  }

  long accepted() {
    return count("select count(*) from intake.journal where starts_with(case_id, ?)");
  }

  /** Cases that have their deadline, and no second one by the same rule. */
  long casesWithTheirDeadline() {
    return count(
        "select count(*) from (select case_id from monitor.deadline where rule = '"
            + rule
            + "' and starts_with(case_id, ?) group by case_id having count(*) = 1)");
  }

  /** Cases whose officer was warned of it once, and once only. */
  long casesWarnedOnce() {
    return casesTold("warning", "= 1");
  }

  /** Cases whose officer was warned of it, however often. */
  long casesWarned() {
    return casesTold("warning", "> 0");
  }

  /** Cases whose officer was warned of it more than once. */
  long casesWarnedTwice() {
    return casesTold("warning", "> 1");
  }

  /** Cases whose officer was told of the breach once, and once only. */
  long casesToldOfTheBreachOnce() {
    return casesTold("breach", "= 1");
  }

  /** Cases whose officer was told of the breach, however often. */
  long casesToldOfTheBreach() {
    return casesTold("breach", "> 0");
  }

  /** Cases with one notice for it, and one only. */
  long casesWithOneNotice() {
    return count(
        "select count(*) from (select case_id from notification.notice where kind = 'notice'"
            + " and rule = '"
            + rule
            + "' and starts_with(case_id, ?) group by case_id having count(*) = 1)");
  }

  private long casesTold(String kind, String times) {
    return count(
        "select count(*) from (select case_id from notification.message where kind = '%s'"
                .formatted(kind)
            + " and rule = '"
            + rule
            + "' and starts_with(case_id, ?) group by case_id having count(*) "
            + times
            + ")");
  }

  private long count(String sql) {
    return suite.count(sql, prefix);
  }
}
