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
import io.caseclock.notify.notice.step.NoticeSteps;
import io.caseclock.problem.ProblemType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

  /** What came of it. */
  public sealed interface Outcome {}

  /** It was issued. */
  public record Issued(Notice order) implements Outcome {}

  /**
   * It was not.
   *
   * @param present the order that there is already, or the notice as it stands; null where the
   *     caller may not know of it
   */
  public record Refused(Why why, @Nullable Notice present) implements Outcome {}

  /** Why not. */
  public enum Why {
    UNKNOWN(ProblemType.NOT_FOUND),
    /** Only a supervisor or legal officer of a unit above. */
    NOT_ABOVE(ProblemType.NOT_ALLOWED),
    /** Nothing is left to order. */
    FINISHED(ProblemType.STATE_FORBIDS),
    /** One order at a time. */
    ORDERED_ALREADY(ProblemType.STATE_FORBIDS),
    TEXT_MISSING(ProblemType.MALFORMED_REQUEST);

    private final ProblemType type;

    Why(ProblemType type) {
      this.type = type;
    }

    /** What kind of problem that is for whoever asked. */
    public ProblemType type() {
      return type;
    }
  }

  /** A person of a higher unit orders it. */
  public Outcome order(String noticeId, Caller caller, String why, Instant now) {
    var above = caller.visibleUnit();
    var lower = above.flatMap(unit -> notices.lockedWithin(noticeId, unit));
    if (above.isEmpty() || lower.isEmpty()) {
      return new Refused(Why.UNKNOWN, null);
    }
    if (!mayOrder(lower.get(), caller)) {
      return new Refused(Why.NOT_ABOVE, lower.get());
    }
    var by = Actor.supervising(caller);
    return raise(lower.get(), above.get(), why, by, now);
  }

  /** Whether the caller stands above whoever issued the notice. */
  public boolean mayOrder(Notice notice, Caller caller) {
    var issuing = notice.serial().unit();
    return (caller.is(Role.LEGAL_OFFICER) || caller.is(Role.SUPERVISOR))
        && caller
            .visibleUnit()
            .filter(unit -> !unit.equals(issuing) && directory.isWithin(issuing, unit))
            .isPresent();
  }

  /**
   * The policy orders it in the name of a unit above; the caller's transaction holds.
   *
   * @param issuingUnit a unit above the notice's
   */
  public Outcome raise(String noticeId, String issuingUnit, String why, Actor by, Instant now) {
    return notices
        .locked(noticeId)
        .map(lower -> raise(lower, issuingUnit, why, by, now))
        .orElseGet(() -> new Refused(Why.UNKNOWN, null));
  }

  private Outcome raise(Notice lower, String issuingUnit, String why, Actor by, Instant now) {
    if (lower.state().isFinished()) {
      return new Refused(Why.FINISHED, lower);
    }
    var standing = notices.openOrdersOn(lower.id());
    if (!standing.isEmpty()) {
      return new Refused(Why.ORDERED_ALREADY, standing.getFirst());
    }
    if (why.isBlank() || why.length() > NoticeSettings.LONGEST_TEXT) {
      return new Refused(Why.TEXT_MISSING, lower);
    }
    var order = issueNotice.issue(content(lower, issuingUnit, why, now), by, now).orElseThrow();
    steps.escalated(lower, order, by, now);
    return new Issued(order);
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
