package io.caseclock.monitor.watch;

import io.caseclock.contract.DeadlineSnapshot;
import io.caseclock.contract.Names;
import io.caseclock.contract.Words;
import io.caseclock.monitor.law.Law;
import io.caseclock.pack.LegalBasis;
import java.time.Instant;
import java.util.List;

/** Makes the picture of a deadline that other services get. */
public final class Snapshots {

  private final Law law;

  public Snapshots(Law law) {
    this.law = law;
  }

  /** A deadline whose rule is no longer in any pack keeps the rule's id for a name. */
  public DeadlineSnapshot of(StoredDeadline deadline, Instant now, List<Names> trace) {
    var ruleId = deadline.key().rule();
    var found = law.rule(ruleId);
    var names = found.map(rule -> rule.rule().names()).orElse(new Names(ruleId, ruleId));
    var policy = found.map(rule -> Words.of(rule.rule().breach())).orElse("escalate");
    var basis =
        found.stream()
            .flatMap(rule -> rule.rule().versions().stream())
            .filter(version -> version.id().equals(deadline.ruleVersion()))
            .flatMap(version -> version.basis().stream())
            .map(LegalBasis::line)
            .toList();
    return new DeadlineSnapshot(
        deadline.id().toString(),
        deadline.caseId(),
        deadline.key().subject(),
        ruleId,
        deadline.ruleVersion(),
        names,
        deadline.element(),
        deadline.unit(),
        deadline.officer(),
        deadline.statutory(),
        deadline.severity(),
        deadline.list(),
        policy,
        deadline.statusAt(now),
        deadline.startedAt(),
        deadline.dueAt(),
        deadline.dueOn(),
        deadline.provisional(),
        deadline.revision(),
        deadline.key().start().source(),
        basis,
        trace);
  }
}
