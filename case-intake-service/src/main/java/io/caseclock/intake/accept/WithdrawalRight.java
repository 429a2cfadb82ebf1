package io.caseclock.intake.accept;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.contract.EventId;
import io.caseclock.intake.journal.CheckedEvent;
import io.caseclock.intake.journal.Journal;
import io.caseclock.problem.ProblemType;

/**
 * Decides whether a caller may take an event back, whether it has come already or not: only an
 * event of the own unit and below, only as the source that told it, unless as an administrator, and
 * only in the case that it was told of.
 */
final class WithdrawalRight {

  private final Journal journal;

  WithdrawalRight(Journal journal) {
    this.journal = journal;
  }

  void check(CheckedEvent event, Caller caller, UnitsInReach reach, Faults faults) {
    var earlier =
        new EventId(
            String.valueOf(event.data().get("source")), String.valueOf(event.data().get("id")));
    journal
        .unitOf(earlier)
        .filter(unit -> !reach.contains(unit))
        .ifPresent(
            foreign ->
                faults.add(
                    ProblemType.NOT_ALLOWED,
                    "/data/id",
                    "is an event of a unit that " + PostingRight.FOREIGN));
    if (!earlier.source().equals(event.eventId().source()) && !caller.is(Role.ADMINISTRATOR)) {
      faults.add(
          ProblemType.NOT_ALLOWED,
          "/data/source",
          "is another source than the withdrawal's own; only an administrator may withdraw that");
      return;
    }
    journal
        .caseOf(earlier)
        .filter(caseId -> !caseId.equals(event.caseId()))
        .ifPresent(
            other ->
                faults.invalid("/data/id", "is an event of another case than the withdrawal's"));
  }
}
