package io.caseclock.intake.accept;

import io.caseclock.intake.accept.EventCheck.Checked;
import io.caseclock.intake.journal.CheckedEvent;
import io.caseclock.intake.journal.Journal;
import io.caseclock.ownership.Ownership;
import io.caseclock.ownership.Ownership.Standing;
import io.caseclock.ownership.OwnershipRules;
import io.caseclock.ownership.Tenure;
import io.caseclock.problem.ProblemType;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps strangers out of a case: only those to whom it belongs, and units above them, post about
 * it, and other organs what the packs let them report. Events that come before anybody opened the
 * case are taken in; whose they are is judged when the opening comes.
 */
final class CaseRight {

  private final Journal journal;
  private final OwnershipRules rules;

  CaseRight(Journal journal, OwnershipRules rules) {
    this.journal = journal;
    this.rules = rules;
  }

  /** The same outcomes in the same order; sound events of strangers are refused now. */
  List<Checked> check(List<Checked> checked, Instant now) {
    Set<String> cases = new LinkedHashSet<>();
    for (var each : checked) {
      if (each instanceof Checked.Sound(var event, var submission) && event.news() == null) {
        cases.add(event.caseId());
      }
    }
    if (cases.isEmpty()) {
      return checked;
    }
    var tenures = journal.tenures(cases);
    return checked.stream().map(each -> check(each, tenures, now)).toList();
  }

  private Checked check(Checked checked, Map<String, List<Tenure>> tenures, Instant now) {
    if (!(checked instanceof Checked.Sound(var event, var submission))
        || event.news() != null
        || !isStrange(event, tenures.getOrDefault(event.caseId(), List.of()), now)) {
      return checked;
    }
    var faults = new Faults();
    faults.add(
        ProblemType.NOT_ALLOWED,
        event.subject().isCase() ? "/subject" : "/data/caseId",
        "is a case of another unit; whoever has it hands it over with case-assigned");
    return EventCheck.faulty(submission, faults);
  }

  /** Who tells of the opening may turn out to be the owner, as long as nobody has told of one. */
  private boolean isStrange(CheckedEvent event, List<Tenure> tenures, Instant now) {
    var ownership = Ownership.known(rules, tenures);
    var standing =
        ownership.judge(event.eventId(), event.type(), event.posting(), event.occurredAt(), now);
    var mayOpen =
        rules.opens(event.type()) && !tenures.isEmpty() && tenures.getFirst().provisional();
    return standing == Standing.STRANGE && !mayOpen;
  }
}
