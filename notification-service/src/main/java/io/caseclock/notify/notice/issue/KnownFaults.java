package io.caseclock.notify.notice.issue;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineEvent.DeadlineChanged;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.notify.notice.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The breaches and findings that the monitor has told, as long as they hold. */
public interface KnownFaults {

  /** What CaseClock watches of its own: a notice or a plan that is overdue is no fault. */
  Set<String> OWN = Set.of("notice", "plan");

  /**
   * What the monitor has told.
   *
   * @param data the event as it came
   */
  record ToldEvent(DeadlineEvent event, byte[] data, Instant at) {}

  /** Takes note of what an event says about a fault, in the caller's transaction. */
  default void note(ToldEvent told) {
    switch (told.event()) {
      case DeadlineAlarm alarm when isFault(alarm) ->
          keep(alarm.deadline().deadlineId(), alarm.deadline().unit(), told);
      case DeadlineAlarm alarm -> {
        // A warning is no fault yet.
      }
      case DeadlineChanged changed when !changed.deadline().isFault() ->
          forget(changed.deadline().deadlineId());
      case DeadlineChanged changed -> {
        // Late work stays late work.
      }
      case FindingRaised finding -> keep(finding.id(), finding.unit(), told);
    }
  }

  private static boolean isFault(DeadlineAlarm alarm) {
    return alarm.isBreach() && !OWN.contains(alarm.deadline().subject().kind());
  }

  /** The newest event of an id replaces what was kept before. */
  void keep(String id, String unit, ToldEvent told);

  void forget(String id);

  /**
   * A fault that holds.
   *
   * @param id of the deadline, or of the finding
   */
  record KnownFault(String id, Fault fault) {}

  /** Those of exactly this unit, the newest first. */
  List<KnownFault> ofUnit(String unit, int limit);

  /** By the deadline's id, or the finding's; empty where it is unknown or holds no longer. */
  Optional<Fault> fault(String id);
}
