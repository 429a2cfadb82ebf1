package io.caseclock.notify.notice;

import io.caseclock.contract.DeadlineSnapshot;
import io.caseclock.contract.Names;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a notice is issued for: a breached deadline or a recorded finding.
 *
 * @param noticeId deterministic, so that the same fault makes one notice
 * @param officer the responsible officer, null where none is named
 * @param rule the breached rule, or the provision of a finding
 * @param names the rule's names, or the finding's text
 * @param happenedAt which legal year the number belongs to
 * @param deadline null for a finding
 * @param basis the provisions, one line each
 */
public record Fault(
    String noticeId,
    String unit,
    @Nullable String officer,
    String caseId,
    String subject,
    String element,
    String rule,
    Names names,
    String severity,
    Instant happenedAt,
    @Nullable DeadlineSnapshot deadline,
    List<String> basis) {

  public Fault {
    basis = List.copyOf(basis);
  }

  /** A finding: without a deadline, ordinary, and based on the provision that was broken. */
  public Fault(
      String noticeId,
      String unit,
      @Nullable String officer,
      String caseId,
      String subject,
      String element,
      String provision,
      Names text,
      Instant at) {
    this(
        noticeId,
        unit,
        officer,
        caseId,
        subject,
        element,
        provision,
        text,
        "ordinary",
        at,
        null,
        List.of(provision));
  }

  public @Nullable String deadlineId() {
    return deadline == null ? null : deadline.deadlineId();
  }

  public @Nullable Instant dueAt() {
    return deadline == null ? null : deadline.dueAt();
  }

  /** Of the pack whose rule was broken; null for a finding. */
  public @Nullable ZoneId zone() {
    return deadline == null ? null : deadline.zone();
  }

  /** Leaves out the text of a finding. */
  @Override
  public String toString() {
    return "Fault[" + noticeId + " " + rule + "]";
  }
}
