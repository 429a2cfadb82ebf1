package io.caseclock.notify.notice.rest;

import io.caseclock.contract.Names;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeStep;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A notice as the API shows it. */
public record NoticeView(
    String id,
    String number,
    String unit,
    @Nullable String officer,
    String caseId,
    String subject,
    String element,
    String rule,
    Names names,
    String severity,
    @Nullable String deadlineId,
    @Nullable Instant dueAt,
    Instant issuedAt,
    String state,
    int version,
    @Nullable List<StepView> steps) {

  static NoticeView of(Notice notice) {
    return of(notice, null);
  }

  static NoticeView of(Notice notice, @Nullable List<NoticeStep> steps) {
    return new NoticeView(
        notice.id(),
        notice.number(),
        notice.unit(),
        notice.officer(),
        notice.caseId(),
        notice.subject(),
        notice.element(),
        notice.rule(),
        notice.names(),
        notice.severity(),
        notice.deadlineId(),
        notice.dueAt(),
        notice.issuedAt(),
        notice.state().wire(),
        notice.version(),
        steps == null ? null : steps.stream().map(StepView::of).toList());
  }

  /** A line of the history. */
  public record StepView(
      int seq,
      String step,
      Instant at,
      String by,
      @Nullable String officer,
      String role,
      String text) {
    static StepView of(NoticeStep step) {
      return new StepView(
          step.seq(),
          step.kind().wire(),
          step.at(),
          step.by().name(),
          step.by().officer(),
          step.by().role(),
          step.text());
    }
  }
}
