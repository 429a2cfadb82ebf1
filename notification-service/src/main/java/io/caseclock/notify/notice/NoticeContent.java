package io.caseclock.notify.notice;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a notice will say, before it has a number.
 *
 * @param issuingUnit in whose name it is issued and in whose sequence it is counted
 * @param unit whose faults they are, and to whom it is addressed
 * @param officer who has to answer it; null where none is named
 * @param caseId whose timeline its steps belong to
 * @param cause what led to all of the faults, or why an order is given; empty where nothing is said
 * @param faults at least one, the first gives the notice its name
 * @param lower the notice that a supervision order names
 */
public record NoticeContent(
    String id,
    NoticeKind kind,
    String issuingUnit,
    String unit,
    @Nullable String officer,
    String caseId,
    String cause,
    List<Fault> faults,
    @Nullable Notice lower) {

  public NoticeContent {
    faults = List.copyOf(faults);
    if (faults.isEmpty() || (kind == NoticeKind.SUPERVISION_ORDER) != (lower != null)) {
      throw new IllegalArgumentException("a notice names faults, an order a lower notice: " + id);
    }
  }

  /** A notice for one fault. */
  public static NoticeContent of(Fault fault, String issuingUnit) {
    return new NoticeContent(
        fault.noticeId(),
        NoticeKind.NOTICE,
        issuingUnit,
        fault.unit(),
        fault.officer(),
        fault.caseId(),
        "",
        List.of(fault),
        null);
  }

  /** Of the pack whose rule was broken first; null for a finding. */
  public @Nullable ZoneId zone() {
    return lower == null ? faults.getFirst().zone() : lower.zone();
  }

  /** Leaves out what was said. */
  @Override
  public String toString() {
    return "NoticeContent[" + id + " " + kind + " " + unit + "]";
  }
}
