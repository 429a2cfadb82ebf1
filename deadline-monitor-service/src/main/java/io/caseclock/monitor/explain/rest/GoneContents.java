package io.caseclock.monitor.explain.rest;

import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.report.DeadlineQueries;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;

/** Refuses questions that only the contents of a case answer, where they are gone. */
record GoneContents(DeadlineQueries queries, Law law) {

  /**
   * @param lost what cannot be told any more, as the beginning of a sentence
   */
  void refuse(String caseId, String lost) {
    queries
        .deletedContents(caseId)
        .ifPresent(
            deleted -> {
              throw new ProblemException(
                  ProblemType.CONTENTS_DELETED,
                  "%s cannot be told any more: the contents of the case were deleted on %s, kept long enough. Its deadlines stand as they were."
                      .formatted(lost, deleted.at().atZone(law.zone()).toLocalDate()));
            });
  }
}
