package io.caseclock.notify.notice.issue;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineEvent.DeadlineChanged;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.notify.notice.Fault;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * Takes note of what events say about faults, in the caller's transaction; the last one about a
   * fault holds.
   */
  default void note(List<ToldEvent> told) {
    Map<String, Optional<Noted>> last = new LinkedHashMap<>();
    for (var one : told) {
      switch (one.event()) {
        case DeadlineAlarm alarm when isFault(alarm) -> {
          var id = alarm.deadline().deadlineId();
          last.put(id, Optional.of(new Noted(id, alarm.deadline().unit(), one)));
        }
        case DeadlineAlarm alarm -> {
          // A warning is no fault yet.
        }
        case DeadlineChanged changed when !changed.deadline().isFault() ->
            last.put(changed.deadline().deadlineId(), Optional.empty());
        case DeadlineChanged changed -> {
          // Late work stays late work.
        }
        case FindingRaised finding ->
            last.put(finding.id(), Optional.of(new Noted(finding.id(), finding.unit(), one)));
      }
    }
    forget(
        last.entrySet().stream()
            .filter(one -> one.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .toList());
    keep(last.values().stream().flatMap(Optional::stream).toList());
  }

  private static boolean isFault(DeadlineAlarm alarm) {
    return alarm.isBreach() && !OWN.contains(alarm.deadline().subject().kind());
  }

  /**
   * What is kept of a fault.
   *
   * @param id of the deadline, or of the finding
   */
  record Noted(String id, String unit, ToldEvent told) {}

  /** The newest event of an id replaces what was kept before; each id stands there once. */
  void keep(List<Noted> faults);

  void forget(List<String> ids);

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
