package io.caseclock.notify.notice;

import io.caseclock.directory.Directory;
import io.caseclock.notify.channel.Outgoing;
import io.caseclock.notify.channel.OutgoingQueue;
import io.caseclock.notify.delivery.DeliveryLog;
import io.caseclock.notify.delivery.Recipients;
import io.caseclock.notify.notice.NoticeState.Issued;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Issues a notice for a fault and lays it into the inbox of whoever has to sign for it. */
public final class IssueNotice {

  private final Notices notices;
  private final NoticeNumbers numbers;
  private final Directory directory;
  private final Recipients recipients;
  private final DeliveryLog log;
  private final NoticeLetters letters;
  private final OutgoingQueue outgoing;
  private final ZoneId zone;
  private final String pattern;

  /**
   * @param zone in whose calendar the year of a number is counted
   * @param pattern see {@link NoticeNumber#text}
   */
  public IssueNotice(
      Notices notices,
      NoticeNumbers numbers,
      Directory directory,
      DeliveryLog log,
      NoticeLetters letters,
      OutgoingQueue outgoing,
      ZoneId zone,
      String pattern) {
    this.notices = notices;
    this.numbers = numbers;
    this.directory = directory;
    this.recipients = new Recipients(directory);
    this.log = log;
    this.letters = letters;
    this.outgoing = outgoing;
    this.zone = zone;
    this.pattern = pattern;
  }

  /** Empty where this fault has its notice, or its deadline has one that is not finished. */
  public Optional<Notice> issue(Fault fault, By by, Instant now) {
    if (notices.exists(fault.noticeId()) || hasOpenNotice(fault)) {
      return Optional.empty();
    }
    var notice = numbered(fault, now);
    notices.add(notice, fault);
    notices.record(notice, new NoticeStep(notice.id(), 1, StepKind.ISSUED, now, by, ""));
    outgoing.queue(announcement(notice, now));
    return Optional.of(delivered(notice, now));
  }

  private boolean hasOpenNotice(Fault fault) {
    return Optional.ofNullable(fault.deadlineId()).flatMap(notices::openOf).isPresent();
  }

  private Notice numbered(Fault fault, Instant now) {
    var year = fault.happenedAt().atZone(zone).getYear();
    var serial = numbers.next(fault.unit(), year);
    var unitName = directory.unit(fault.unit()).map(unit -> unit.names().zh()).orElse(fault.unit());
    var deadline = fault.deadline();
    return new Notice(
        fault.noticeId(),
        serial,
        serial.text(pattern, unitName),
        fault.officer(),
        fault.caseId(),
        fault.subject(),
        fault.element(),
        fault.rule(),
        fault.names(),
        fault.severity(),
        fault.deadlineId(),
        deadline == null ? null : deadline.revision(),
        fault.dueAt(),
        now,
        new Issued(),
        1);
  }

  /** Where the directory knows nobody, it stays issued until somebody signs. */
  private Notice delivered(Notice issued, Instant now) {
    var told = recipients.ofWarning(issued.unit(), issued.officer());
    if (told.isEmpty() || !(issued.state() instanceof Issued state)) {
      return issued;
    }
    log.file(letters.ofIssue(issued, 1), told, now);
    var after = issued.in(state.deliver());
    notices.record(
        after, new NoticeStep(after.id(), after.version(), StepKind.DELIVERED, now, By.SYSTEM, ""));
    return after;
  }

  private static Outgoing announcement(Notice notice, Instant now) {
    return new Outgoing(
        notice.id() + ":1",
        "notice",
        notice.unit(),
        notice.caseId(),
        "notice/" + notice.id(),
        notice.deadlineId(),
        notice.id(),
        notice.severity(),
        null,
        "/notices/" + notice.id(),
        now);
  }
}
