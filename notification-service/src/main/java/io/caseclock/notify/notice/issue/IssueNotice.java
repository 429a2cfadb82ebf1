package io.caseclock.notify.notice.issue;

import io.caseclock.directory.Directory;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.Notifications;
import io.caseclock.notify.message.Recipients;
import io.caseclock.notify.notice.Actor;
import io.caseclock.notify.notice.Fault;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeContent;
import io.caseclock.notify.notice.NoticeMessages;
import io.caseclock.notify.notice.NoticeNumber;
import io.caseclock.notify.notice.NoticeSettings;
import io.caseclock.notify.notice.NoticeState.Issued;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.Notices;
import io.caseclock.notify.notice.StepKind;
import io.caseclock.notify.notice.document.DocumentForm;
import io.caseclock.notify.notice.document.DocumentRenderer;
import io.caseclock.notify.notice.document.DocumentStore;
import io.caseclock.notify.notice.document.IssuedDocuments;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Issues a notice and notifies whoever has to sign for it. */
public final class IssueNotice {

  /** Stands where a draft has no number yet. */
  private static final String WITHOUT_NUMBER = "〔草稿〕";

  private final Notices notices;
  private final DocumentStore documents;
  private final DocumentRenderer renderer;
  private final Directory directory;
  private final Recipients recipients;
  private final Notifications notifications;
  private final NoticeMessages messages;
  private final NoticeSettings settings;
  private final IssuingUnits issuers;

  public IssueNotice(
      Notices notices,
      DocumentStore documents,
      DocumentRenderer renderer,
      Directory directory,
      Recipients recipients,
      Notifications notifications,
      NoticeMessages messages,
      NoticeSettings settings,
      IssuingUnits issuers) {
    this.notices = notices;
    this.documents = documents;
    this.renderer = renderer;
    this.directory = directory;
    this.recipients = recipients;
    this.notifications = notifications;
    this.messages = messages;
    this.settings = settings;
    this.issuers = issuers;
  }

  /** Locks and looks up at once what {@link #issue} will ask for each of these faults. */
  public void foresee(List<Fault> faults) {
    if (!faults.isEmpty()) {
      notices.lockIssuing(faults.stream().map(issuers::of).toList());
      notices.foresee(
          faults.stream().map(Fault::noticeId).toList(),
          faults.stream().map(Fault::deadlineId).filter(Objects::nonNull).toList());
    }
  }

  /** Empty where this fault has its notice, or its deadline has one that is not finished. */
  public Optional<Notice> issue(Fault fault, Actor by, Instant now) {
    var content = NoticeContent.of(fault, issuers.of(fault));
    return issue(content, fault.happenedAt(), by, now);
  }

  /** A notice written by hand is counted in the year in which it is issued. */
  public Optional<Notice> issue(NoticeContent content, Actor by, Instant now) {
    return issue(content, now, by, now);
  }

  private Optional<Notice> issue(NoticeContent content, Instant countedAt, Actor by, Instant now) {
    notices.lockIssuing(List.of(content.issuingUnit()));
    if (notices.exists(content.id()) || openNotice(content).isPresent()) {
      return Optional.empty();
    }
    var notice = numbered(content, countedAt, by, now);
    var issued = renderer.render(notice, content);
    notices.add(notice, content.faults(), issued.json());
    documents.keep(notice.id(), DocumentForm.HTML, issued.html(), now);
    notices.record(notice, new NoticeStep(notice.id(), 1, StepKind.ISSUED, now, by, ""));
    var message = messages.ofIssue(notice, 1);
    notifications.publish(message, now);
    return Optional.of(delivered(notice, message, now));
  }

  /** The unfinished notice that one of these deadlines has already. */
  public Optional<Notice> openNotice(NoticeContent content) {
    return content.faults().stream()
        .map(Fault::deadlineId)
        .filter(Objects::nonNull)
        .flatMap(deadlineId -> notices.openOf(deadlineId).stream())
        .findFirst();
  }

  /** What it would look like if it were issued now; it gets no number, and nothing is kept. */
  public IssuedDocuments preview(NoticeContent content, Actor by, Instant now) {
    var first = new NoticeNumber(content.issuingUnit(), year(content, now), 1);
    return renderer.render(notice(content, first, WITHOUT_NUMBER, by, now), content);
  }

  private Notice numbered(NoticeContent content, Instant countedAt, Actor by, Instant now) {
    var issuing = content.issuingUnit();
    var serial = notices.nextNumber(content.kind(), issuing, year(content, countedAt));
    var unitName = directory.unit(issuing).map(unit -> unit.names().zh()).orElse(issuing);
    var number = serial.text(settings.pattern(content.kind()), unitName);
    return notice(content, serial, number, by, now);
  }

  private int year(NoticeContent content, Instant countedAt) {
    return countedAt.atZone(settings.zoneOr(content.zone())).getYear();
  }

  private static Notice notice(
      NoticeContent content, NoticeNumber serial, String number, Actor by, Instant now) {
    var first = content.faults().getFirst();
    var deadline = first.deadline();
    var lower = content.lower();
    return new Notice(
        content.id(),
        content.kind(),
        serial,
        number,
        content.unit(),
        content.officer(),
        content.caseId(),
        first.subject(),
        first.element(),
        first.rule(),
        first.names(),
        first.severity(),
        first.deadlineId(),
        deadline == null ? null : deadline.revision(),
        first.dueAt(),
        content.zone(),
        now,
        by.officer(),
        lower == null ? null : lower.id(),
        Set.of(),
        null,
        new Issued(),
        1);
  }

  /** Where the directory knows nobody, it stays issued until somebody signs. */
  private Notice delivered(Notice issued, Message message, Instant now) {
    var told = recipients.ofWarning(issued.unit(), issued.officer(), now);
    if (told.isEmpty() || !(issued.state() instanceof Issued state)) {
      return issued;
    }
    notifications.notify(message, told, now);
    var after = issued.in(state.deliver());
    notices.record(
        after,
        new NoticeStep(after.id(), after.version(), StepKind.DELIVERED, now, Actor.SYSTEM, ""));
    return after;
  }
}
