package io.caseclock.intake.accept;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.contract.EventId;
import io.caseclock.intake.journal.CheckedEvent;
import io.caseclock.intake.journal.Journal;
import io.caseclock.problem.ProblemType;

/**
 * Decides whether a caller may take an event back, whether it has come already or not: only as the
 * source that told it, unless as an administrator, only an event of the own unit and below, and
 * only in the case that it was told of. Of another source's event nobody learns whether it is
 * there.
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
    if (earlier.equals(event.eventId())) {
      faults.invalid("/data/id", "is the id of the withdrawal itself; name the event before it");
      return;
    }
    if (!earlier.source().equals(event.eventId().source()) && !caller.is(Role.ADMINISTRATOR)) {
      faults.add(
          ProblemType.NOT_ALLOWED,
          "/data/source",
          "is another source than the withdrawal's own; only an administrator may withdraw that");
      return;
    }
    journal
        .unitOf(earlier)
        .filter(unit -> !reach.contains(unit))
        .ifPresent(
            foreign ->
                faults.add(
                    ProblemType.NOT_ALLOWED,
                    "/data/id",
                    "is an event of a unit that " + PostingRight.FOREIGN));
    journal
        .caseOf(earlier)
        .filter(caseId -> !caseId.equals(event.caseId()))
        .ifPresent(
            other ->
                faults.invalid("/data/id", "is an event of another case than the withdrawal's"));
  }
}
