package io.caseclock.notify.notice.rest;

import io.caseclock.contract.Names;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeDeadline;
import io.caseclock.notify.notice.NoticeFault;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.evidence.Evidence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A notice as the API shows it.
 *
 * @param unit to which it is addressed
 * @param zone in which its times are meant; absent where it is about no rule of a pack
 * @param withdrawal how and why it was withdrawn; null where it was not, and of a single notice,
 *     whose steps tell
 * @param deliveredAt when it lay in the inbox of its receiver; absent of a single notice, whose
 *     steps tell
 * @param next what of it is due first; absent where nothing is, and of a single notice
 * @param issuingUnit which issued it, and in whose sequence it is counted
 */
public record NoticeView(
    String id,
    String kind,
    String number,
    String unit,
    String issuingUnit,
    @Nullable String officer,
    String caseId,
    String subject,
    String element,
    String rule,
    Names names,
    String severity,
    @Nullable String deadlineId,
    @Nullable Instant dueAt,
    @Nullable ZoneId zone,
    Instant issuedAt,
    @Nullable String lower,
    String state,
    @Nullable StepView withdrawal,
    @Nullable Instant deliveredAt,
    @Nullable NextDue next,
    @Nullable LocalDate plannedOn,
    @Nullable String reviewer,
    int version,
    @Nullable List<NoticeFault> faults,
    @Nullable List<EvidenceView> evidence,
    @Nullable List<String> orders,
    @Nullable List<StepView> steps) {

  /** Without what belongs to it. */
  static NoticeView of(Notice notice) {
    return of(notice, null, null, null);
  }

  /** Without what belongs to it, but with how it stands. */
  static NoticeView of(
      Notice notice,
      @Nullable NoticeStep withdrawal,
      @Nullable Instant deliveredAt,
      @Nullable NextDue next) {
    var standing = new Standing(withdrawal, deliveredAt, next);
    return of(notice, standing, null, null, null, null);
  }

  private record Standing(
      @Nullable NoticeStep withdrawal, @Nullable Instant deliveredAt, @Nullable NextDue next) {

    static final Standing NONE = new Standing(null, null, null);
  }

  /** What of a notice is due first, by which rule. */
  public record NextDue(String rule, Instant dueAt, @Nullable ZoneId zone, boolean late) {

    static @Nullable NextDue of(@Nullable NoticeDeadline deadline, Instant now) {
      return deadline == null || deadline.dueAt() == null
          ? null
          : new NextDue(deadline.rule(), deadline.dueAt(), deadline.zone(), deadline.isLate(now));
    }
  }

  /** With all that belongs to it. */
  static NoticeView of(
      Notice notice,
      @Nullable List<NoticeFault> faults,
      @Nullable List<Evidence> evidence,
      @Nullable List<Notice> orders,
      @Nullable List<NoticeStep> steps) {
    return of(notice, Standing.NONE, faults, evidence, orders, steps);
  }

  private static NoticeView of(
      Notice notice,
      Standing standing,
      @Nullable List<NoticeFault> faults,
      @Nullable List<Evidence> evidence,
      @Nullable List<Notice> orders,
      @Nullable List<NoticeStep> steps) {
    var memory = notice.state().memory();
    var withdrawal = standing.withdrawal();
    return new NoticeView(
        notice.id(),
        notice.kind().wire(),
        notice.number(),
        notice.unit(),
        notice.serial().unit(),
        notice.officer(),
        notice.caseId(),
        notice.subject(),
        notice.element(),
        notice.rule(),
        notice.names(),
        notice.severity(),
        notice.deadlineId(),
        notice.dueAt(),
        notice.zone(),
        notice.issuedAt(),
        notice.lower(),
        notice.state().wire(),
        withdrawal == null ? null : StepView.of(withdrawal),
        standing.deliveredAt(),
        standing.next(),
        memory.plannedOn(),
        memory.reviewer(),
        notice.version(),
        faults,
        evidence == null ? null : evidence.stream().map(EvidenceView::of).toList(),
        orders == null ? null : orders.stream().map(Notice::id).toList(),
        steps == null ? null : steps.stream().map(StepView::of).toList());
  }

  /** A file; its content has a path of its own. */
  public record EvidenceView(
      String id,
      int seq,
      String name,
      String type,
      long size,
      String sha256,
      String by,
      @Nullable String officer,
      @Nullable String actingFor,
      Instant at) {
    static EvidenceView of(Evidence evidence) {
      return new EvidenceView(
          evidence.id(),
          evidence.seq(),
          evidence.name(),
          evidence.type().mediaType(),
          evidence.size(),
          evidence.sha256(),
          evidence.by().name(),
          evidence.by().officer(),
          evidence.by().actingFor(),
          evidence.at());
    }
  }

  /** A line of the history. */
  public record StepView(
      int seq,
      String step,
      Instant at,
      String by,
      @Nullable String officer,
      String role,
      @Nullable String actingFor,
      String text,
      Map<String, Object> data) {
    static StepView of(NoticeStep step) {
      return new StepView(
          step.seq(),
          step.kind().wire(),
          step.at(),
          step.by().name(),
          step.by().officer(),
          step.by().role(),
          step.by().actingFor(),
          step.text(),
          step.data());
    }
  }
}
