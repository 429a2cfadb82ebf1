package io.caseclock.notify.notice.issue;

import java.util.Set;

/** What the monitor has told of cases. */
@FunctionalInterface
public interface CaseUnits {

  /**
   * The units whose deadlines of this case were told of; empty where none was. What somebody wrote
   * by hand does not count, or else writing it would make the case the writer's.
   */
  Set<String> unitsOf(String caseId);
}
