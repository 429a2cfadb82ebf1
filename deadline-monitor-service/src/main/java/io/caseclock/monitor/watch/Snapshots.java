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
    var rule = deadline.rule();
    var ruleId = deadline.key().rule();
    var found = law.rule(ruleId);
    var names = found.map(one -> one.rule().names()).orElse(new Names(ruleId, ruleId));
    var policy = found.map(one -> Words.of(one.rule().breach())).orElse("escalate");
    var basis =
        found.stream()
            .flatMap(one -> one.rule().versions().stream())
            .filter(version -> version.id().equals(rule.version()))
            .flatMap(version -> version.basis().stream())
            .map(LegalBasis::line)
            .toList();
    return new DeadlineSnapshot(
        deadline.id().toString(),
        deadline.caseId(),
        deadline.key().subject(),
        ruleId,
        rule.version(),
        names,
        rule.element(),
        deadline.responsible().unit(),
        deadline.responsible().officer(),
        rule.statutory(),
        rule.severity(),
        rule.list(),
        policy,
        deadline.statusAt(now),
        deadline.startedAt(),
        deadline.dueAt(),
        deadline.dueOn(),
        found.map(one -> one.pack().zone()).orElse(null),
        deadline.isProvisional(),
        deadline.revision(),
        deadline.key().start().source(),
        deadline.toldFrom(),
        basis,
        trace);
  }
}
