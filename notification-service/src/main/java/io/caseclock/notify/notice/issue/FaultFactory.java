package io.caseclock.notify.notice.issue;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineEvent.DeadlineChanged;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.notify.notice.Fault;
import io.caseclock.notify.notice.NoticeMessages;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Makes faults of what the monitor says. */
public final class FaultFactory {

  private final NoticeMessages messages;

  public FaultFactory(NoticeMessages messages) {
    this.messages = messages;
  }

  /** Empty where the event tells of no fault. */
  public Optional<Fault> of(DeadlineEvent event) {
    return switch (event) {
      case DeadlineAlarm alarm -> Optional.of(of(alarm));
      case FindingRaised finding -> Optional.of(of(finding));
      case DeadlineChanged changed -> Optional.empty();
    };
  }

  /** An internal standard says so in the notice too; it is never shown as law. */
  public Fault of(DeadlineAlarm alarm) {
    var deadline = alarm.deadline();
    return new Fault(
        nameBased(deadline.deadlineId() + "#" + deadline.revision()),
        deadline.unit(),
        deadline.officer(),
        deadline.caseId(),
        deadline.subject().toString(),
        deadline.element(),
        deadline.rule(),
        messages.name(deadline),
        deadline.severity(),
        alarm.at(),
        deadline,
        deadline.basis());
  }

  public Fault of(FindingRaised finding) {
    return new Fault(
        nameBased(finding.id()),
        finding.unit(),
        finding.officer(),
        finding.caseId(),
        finding.subject().toString(),
        finding.element(),
        finding.provision(),
        finding.text(),
        finding.at());
  }

  private static String nameBased(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
