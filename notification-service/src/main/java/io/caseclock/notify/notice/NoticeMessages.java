package io.caseclock.notify.notice;

import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineEvent.DeadlineChanged;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.DeadlineEvent.Forecast;
import io.caseclock.contract.DeadlineSnapshot;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.Names;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageTexts;
import org.jspecify.annotations.Nullable;

/** Writes the messages about deadlines, findings and notices. */
public final class NoticeMessages {

  private static final String ORDINARY = "ordinary";

  private final MessageTexts texts;

  public NoticeMessages(MessageTexts texts) {
    this.texts = texts;
  }

  /**
   * A warning or a breach of a deadline. A right is not breached, a minimum period that was cut
   * short is not late, and a prediction is no provision: each has words of its own.
   */
  public Message ofAlarm(DeadlineAlarm alarm) {
    if (isCutShort(alarm.deadline())) {
      return ofAlarm(alarm, "cut-short", null);
    }
    if (alarm.forecast() != null) {
      return ofRisk(alarm, alarm.forecast());
    }
    if (!alarm.isBreach()) {
      return ofAlarm(alarm, isRight(alarm.deadline()) ? "right" : "warning", null);
    }
    return ofAlarm(alarm, "breach", null);
  }

  private static boolean isCutShort(DeadlineSnapshot deadline) {
    return deadline.status() == DeadlineStatus.CUT_SHORT;
  }

  private static boolean isRight(DeadlineSnapshot deadline) {
    return deadline.breachPolicy().equals("lapse");
  }

  /** A right that ran out unused. */
  public Message ofLapse(DeadlineChanged lapsed) {
    var deadline = lapsed.deadline();
    var name = name(deadline);
    return new Message(
        lapsed.id(),
        MessageKind.LAPSE,
        deadline.unit(),
        deadline.officer(),
        deadline.deadlineId(),
        null,
        deadline.caseId(),
        deadline.subject().toString(),
        deadline.rule(),
        deadline.list(),
        deadline.source(),
        texts.say("lapse.title", name),
        texts.say("lapse.text", name, due(deadline)),
        deadline.severity(),
        null,
        deadline.dueAt(),
        deadline.zone());
  }

  private Names due(DeadlineSnapshot deadline) {
    return deadline.dueAt() == null
        ? new Names("—", "—")
        : texts.due(deadline.dueAt(), deadline.zone());
  }

  /** A deadline of a notice that passed without an answer. */
  public Message ofUnansweredNotice(DeadlineAlarm alarm, Notice notice) {
    return ofAlarm(alarm, "notice.unanswered", notice);
  }

  private Message ofRisk(DeadlineAlarm alarm, Forecast forecast) {
    var deadline = alarm.deadline();
    var percent = Math.round(forecast.chance() * 100) + " %";
    var text = texts.say("risk.text", name(deadline), due(deadline), percent, forecast.reason());
    return ofAlarm(alarm, texts.say("risk.title", name(deadline)), text);
  }

  private Message ofAlarm(DeadlineAlarm alarm, String key, @Nullable Notice notice) {
    var deadline = alarm.deadline();
    var name = notice == null ? name(deadline) : new Names(notice.number(), notice.number());
    return ofAlarm(
        alarm, texts.say(key + ".title", name), texts.say(key + ".text", name, due(deadline)));
  }

  private static Message ofAlarm(DeadlineAlarm alarm, Names title, Names text) {
    var deadline = alarm.deadline();
    return new Message(
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
        title,
        text,
        deadline.severity(),
        alarm.stage(),
        isCutShort(deadline) ? null : deadline.dueAt(),
        deadline.zone());
  }

  /** The rule's name; an internal standard is never shown as law. */
  public Names name(DeadlineSnapshot deadline) {
    return deadline.statutory() ? deadline.names() : texts.say("internal", deadline.names());
  }

  public Message ofFinding(FindingRaised finding) {
    return new Message(
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
        texts.say("finding.title", finding.provision()),
        texts.say("finding.text", finding.provision(), said(finding)),
        ORDINARY,
        null,
        null,
        null);
  }

  /** A person's own words stay in the notice; a message holds no case content. */
  private Object said(FindingRaised finding) {
    return finding.cause().equals("recorded")
        ? texts.thing(finding.subject().toString())
        : finding.text();
  }

  public Message ofIssue(Notice notice, int seq) {
    Object fault = notice.deadlineId() == null ? notice.rule() : notice.names();
    var key = notice.isOrder() ? "notice.ordered" : "notice.issued";
    return of(notice, seq, key, MessageKind.NOTICE, fault);
  }

  /** The officer's own words stay in the notice. */
  public Message ofObjection(Notice notice, int seq) {
    return of(notice, seq, "notice.objected", MessageKind.NOTICE, "");
  }

  public Message ofRejection(Notice notice, int seq) {
    return of(notice, seq, "notice.rejected", MessageKind.NOTICE, "");
  }

  public Message ofReassignment(Notice notice, int seq) {
    return of(notice, seq, "notice.reassigned", MessageKind.NOTICE, "");
  }

  /** Why an order falls with the notice that it names. */
  public Names lowerWithdrawn(Notice lower) {
    return texts.say("withdrawn.lower", lower.number());
  }

  public Message ofReport(Notice notice, int seq) {
    return of(notice, seq, "notice.rectified", MessageKind.NOTICE, "");
  }

  public Message ofReturn(Notice notice, int seq, String why) {
    return of(notice, seq, "notice.returned", MessageKind.NOTICE, MessageTexts.quoted(why));
  }

  public Message ofAcceptance(Notice notice, int seq) {
    return of(notice, seq, "notice.accepted", MessageKind.NOTICE, "");
  }

  public Message ofWithdrawal(Notice notice, int seq, Names why) {
    return of(notice, seq, "notice.withdrawn", MessageKind.WITHDRAWN, why);
  }

  private Message of(Notice notice, int seq, String key, MessageKind kind, Object argument) {
    return new Message(
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
        texts.say(key + ".title", notice.number()),
        texts.say(key + ".text", notice.number(), argument),
        notice.severity(),
        null,
        null,
        notice.zone());
  }
}
