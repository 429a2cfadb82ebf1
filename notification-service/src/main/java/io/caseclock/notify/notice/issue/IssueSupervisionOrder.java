package io.caseclock.notify.notice.issue;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.directory.Directory;
import io.caseclock.directory.OfficerEntry;
import io.caseclock.notify.notice.Actor;
import io.caseclock.notify.notice.Fault;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeContent;
import io.caseclock.notify.notice.NoticeKind;
import io.caseclock.notify.notice.NoticeSettings;
import io.caseclock.notify.notice.Notices;
import io.caseclock.notify.notice.Outcome;
import io.caseclock.notify.notice.Refusal;
import io.caseclock.notify.notice.step.NoticeSteps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A higher unit orders a lower one to deal with its notice: 督办单. */
public final class IssueSupervisionOrder {

  private static final String UNIT_HEAD = "unit-head";

  private final Notices notices;
  private final IssueNotice issueNotice;
  private final NoticeSteps steps;
  private final Directory directory;

  public IssueSupervisionOrder(
      Notices notices, IssueNotice issueNotice, NoticeSteps steps, Directory directory) {
    this.notices = notices;
    this.issueNotice = issueNotice;
    this.steps = steps;
    this.directory = directory;
  }

  /** Issues it, if the caller is of the unit that issued the notice or of one above that. */
  public Outcome<Notice> order(String noticeId, Caller caller, String why, Instant now) {
    var above = caller.visibleUnit();
    var lower = above.flatMap(unit -> notices.lockedWithin(noticeId, unit));
    if (above.isEmpty() || lower.isEmpty()) {
      return Outcome.refused(Refusal.UNKNOWN);
    }
    if (!mayOrder(lower.get(), caller)) {
      return Outcome.refused(Refusal.NOT_ABOVE, lower.get());
    }
    return order(lower.get(), above.get(), why, Actor.supervising(caller), now);
  }

  /**
   * Whether the caller is of the unit that issued the notice or of one above that; a notice that a
   * unit issued to itself is supervised from above only.
   */
  public boolean mayOrder(Notice notice, Caller caller) {
    var issuing = notice.serial().unit();
    return (caller.is(Role.LEGAL_OFFICER) || caller.is(Role.SUPERVISOR))
        && caller
            .visibleUnit()
            .filter(unit -> !unit.equals(notice.unit()) && directory.isWithin(issuing, unit))
            .isPresent();
  }

  private Outcome<Notice> order(
      Notice lower, String issuingUnit, String why, Actor by, Instant now) {
    if (lower.state().isFinished()) {
      return Outcome.refused(Refusal.FINISHED, lower);
    }
    var standing = notices.openOrdersOn(lower.id());
    if (!standing.isEmpty()) {
      return Outcome.refused(Refusal.ORDERED_ALREADY, standing.getFirst());
    }
    if (!NoticeSettings.TEXT.takes(why)) {
      return Outcome.refused(Refusal.TEXT_MISSING, lower);
    }
    var order = issueNotice.issue(content(lower, issuingUnit, why, now), by, now).orElseThrow();
    steps.escalated(lower, order, by, now);
    return Outcome.done(order);
  }

  private NoticeContent content(Notice lower, String issuingUnit, String why, Instant now) {
    var id = UUID.randomUUID().toString();
    var head = headOf(lower.unit()).orElse(null);
    var fault =
        new Fault(
            id,
            lower.unit(),
            head,
            lower.caseId(),
            "notice/" + lower.id(),
            "notice",
            lower.rule(),
            lower.names(),
            lower.severity(),
            now,
            null,
            List.of(lower.number()));
    return new NoticeContent(
        id,
        NoticeKind.SUPERVISION_ORDER,
        issuingUnit,
        lower.unit(),
        head,
        lower.caseId(),
        why,
        List.of(fault),
        lower);
  }

  private Optional<String> headOf(String unit) {
    return directory.officersOf(unit).stream()
        .filter(officer -> officer.roles().contains(UNIT_HEAD))
        .map(OfficerEntry::id)
        .sorted()
        .findFirst();
  }
}
