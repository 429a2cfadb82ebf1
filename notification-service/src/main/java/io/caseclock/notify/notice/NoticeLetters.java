package io.caseclock.notify.notice;

import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.DeadlineSnapshot;
import io.caseclock.contract.Names;
import io.caseclock.notify.delivery.Letter;
import io.caseclock.notify.delivery.MessageKind;
import io.caseclock.notify.delivery.Wording;
import org.jspecify.annotations.Nullable;

/** Writes the letters: plain facts, and what is to be done. */
public final class NoticeLetters {

  private static final String ORDINARY = "ordinary";

  private final Wording wording;

  public NoticeLetters(Wording wording) {
    this.wording = wording;
  }

  /** A warning or a breach of a deadline. */
  public Letter ofAlarm(DeadlineAlarm alarm) {
    var kind = alarm.isBreach() ? MessageKind.BREACH : MessageKind.WARNING;
    return ofAlarm(alarm, kind.wire(), null);
  }

  /** A deadline of a notice that passed without an answer. */
  public Letter ofUnansweredNotice(DeadlineAlarm alarm, Notice notice) {
    return ofAlarm(alarm, "notice.unanswered", notice);
  }

  private Letter ofAlarm(DeadlineAlarm alarm, String key, @Nullable Notice notice) {
    var deadline = alarm.deadline();
    var name = notice == null ? name(deadline) : new Names(notice.number(), notice.number());
    var due = deadline.dueAt() == null ? new Names("—", "—") : wording.due(deadline.dueAt());
    return new Letter(
        alarm.id(),
        alarm.isBreach() ? MessageKind.BREACH : MessageKind.WARNING,
        deadline.unit(),
        deadline.officer(),
        deadline.deadlineId(),
        deadline.element().equals("notice") ? deadline.subject().id() : null,
        deadline.caseId(),
        deadline.subject().toString(),
        deadline.rule(),
        deadline.list(),
        deadline.source(),
        wording.say(key + ".title", name),
        wording.say(key + ".text", name, due),
        deadline.severity(),
        alarm.stage(),
        deadline.dueAt());
  }

  /** The rule's name; an internal standard is never shown as law. */
  Names name(DeadlineSnapshot deadline) {
    return deadline.statutory() ? deadline.names() : wording.say("internal", deadline.names());
  }

  public Letter ofFinding(FindingRaised finding) {
    return new Letter(
        finding.id(),
        MessageKind.FINDING,
        finding.unit(),
        finding.officer(),
        null,
        null,
        finding.caseId(),
        finding.subject().toString(),
        finding.provision(),
        null,
        null,
        wording.say("finding.title", finding.provision()),
        wording.say("finding.text", finding.provision(), said(finding)),
        ORDINARY,
        null,
        null);
  }

  /** A person's own words stay in the notice; a letter holds no case content. */
  private static Object said(FindingRaised finding) {
    return finding.cause().equals("recorded") ? finding.subject().toString() : finding.text();
  }

  public Letter ofIssue(Notice notice, int seq) {
    Object fault = notice.deadlineId() == null ? notice.rule() : notice.names();
    var key = notice.isOrder() ? "notice.ordered" : "notice.issued";
    return of(notice, seq, key, MessageKind.NOTICE, fault);
  }

  /** The officer's own words stay in the notice. */
  public Letter ofObjection(Notice notice, int seq) {
    return of(notice, seq, "notice.objected", MessageKind.NOTICE, "");
  }

  public Letter ofRejection(Notice notice, int seq) {
    return of(notice, seq, "notice.rejected", MessageKind.NOTICE, "");
  }

  public Letter ofReassignment(Notice notice, int seq) {
    return of(notice, seq, "notice.reassigned", MessageKind.NOTICE, "");
  }

  /** Why an order falls with the notice that it names. */
  Names lowerWithdrawn(Notice lower) {
    return wording.say("withdrawn.lower", lower.number());
  }

  public Letter ofReport(Notice notice, int seq) {
    return of(notice, seq, "notice.rectified", MessageKind.NOTICE, "");
  }

  public Letter ofReturn(Notice notice, int seq, String why) {
    return of(notice, seq, "notice.returned", MessageKind.NOTICE, why);
  }

  public Letter ofAcceptance(Notice notice, int seq) {
    return of(notice, seq, "notice.accepted", MessageKind.NOTICE, "");
  }

  public Letter ofWithdrawal(Notice notice, int seq, Names why) {
    return of(notice, seq, "notice.withdrawn", MessageKind.WITHDRAWN, why);
  }

  private Letter of(Notice notice, int seq, String key, MessageKind kind, Object argument) {
    return new Letter(
        notice.id() + ":" + seq,
        kind,
        notice.unit(),
        notice.officer(),
        notice.deadlineId(),
        notice.id(),
        notice.caseId(),
        "notice/" + notice.id(),
        notice.rule(),
        null,
        null,
        wording.say(key + ".title", notice.number()),
        wording.say(key + ".text", notice.number(), argument),
        notice.severity(),
        null,
        null);
  }
}
