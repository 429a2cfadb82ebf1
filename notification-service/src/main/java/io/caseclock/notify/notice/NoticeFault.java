package io.caseclock.notify.notice;

import io.caseclock.contract.Names;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One of the faults that a notice covers.
 *
 * @param seq from 1
 * @param deadlineId null for a finding
 * @param zone of the pack whose rule was broken; null for a finding
 * @param droppedAt when it proved wrong; null while it holds
 */
public record NoticeFault(
    int seq,
    @Nullable String deadlineId,
    String caseId,
    String subject,
    String rule,
    Names names,
    String severity,
    @Nullable Instant dueAt,
    @Nullable ZoneId zone,
    @Nullable Instant droppedAt) {

  /** Leaves out the names, which hold free text where it is a finding. */
  @Override
  public String toString() {
    return "NoticeFault[" + seq + " " + rule + "]";
  }
}
