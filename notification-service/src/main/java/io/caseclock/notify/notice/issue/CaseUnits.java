package io.caseclock.notify.notice.issue;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineEvent.DeadlineChanged;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.DeadlineSnapshot;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whose the cases are by what the monitor has told, whether or not anything is late in them. */
public interface CaseUnits {

  /** A unit that has, or had, deadlines of a case. */
  record CaseUnit(String caseId, String unit) {}

  /**
   * Takes note of whose deadlines events tell of, in the caller's transaction. What somebody wrote
   * by hand does not count, or else writing it would make the case the writer's: so neither
   * deadlines of notices and plans nor findings do.
   */
  default void note(List<DeadlineEvent> events) {
    Set<CaseUnit> told = new LinkedHashSet<>();
    for (var event : events) {
      deadlineOf(event)
          .filter(deadline -> !KnownFaults.OWN.contains(deadline.subject().kind()))
          .ifPresent(deadline -> told.add(new CaseUnit(deadline.caseId(), deadline.unit())));
    }
    keep(told);
  }

  private static Optional<DeadlineSnapshot> deadlineOf(DeadlineEvent event) {
    return switch (event) {
      case DeadlineAlarm alarm -> Optional.of(alarm.deadline());
      case DeadlineChanged changed -> Optional.of(changed.deadline());
      case FindingRaised finding -> Optional.empty();
    };
  }

  /** Adds them to what is known; what is known already changes nothing. */
  void keep(Set<CaseUnit> told);

  /** The units whose deadlines of this case were told of; empty where none was. */
  Set<String> unitsOf(String caseId);
}
