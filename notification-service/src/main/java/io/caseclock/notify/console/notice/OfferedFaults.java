package io.caseclock.notify.console.notice;

import java.util.List;
import java.util.stream.Stream;

/**
 * The known faults of a unit as a draft offers them: those that it names, and those of its case,
 * stand apart from the rest.
 *
 * @param ofCase of the draft's case, and those ticked, whatever their case
 * @param others of the unit's other cases
 */
record OfferedFaults(List<FaultLine> ofCase, List<FaultLine> others) {

  OfferedFaults {
    ofCase = List.copyOf(ofCase);
    others = List.copyOf(others);
  }

  /** A fault that the monitor has told, to be ticked. */
  record FaultLine(String id, String name, String caseId, String due, boolean isChosen) {}

  static OfferedFaults of(List<FaultLine> all, String caseId) {
    return new OfferedFaults(
        all.stream().filter(one -> belongs(one, caseId)).toList(),
        all.stream().filter(one -> !belongs(one, caseId)).toList());
  }

  private static boolean belongs(FaultLine one, String caseId) {
    return one.isChosen() || one.caseId().equals(caseId);
  }

  public boolean hasAny() {
    return !ofCase.isEmpty() || !others.isEmpty();
  }

  /** How many the draft names now. */
  public long chosen() {
    return Stream.concat(ofCase.stream(), others.stream()).filter(FaultLine::isChosen).count();
  }

  /** Whether there is nothing else to choose from. */
  public boolean opensOthers() {
    return ofCase.isEmpty();
  }
}
