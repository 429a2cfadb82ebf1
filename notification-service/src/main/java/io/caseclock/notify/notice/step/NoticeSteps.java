package io.caseclock.notify.notice.step;

import io.caseclock.contract.Names;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.message.Notifications;
import io.caseclock.notify.message.Recipient;
import io.caseclock.notify.message.Recipients;
import io.caseclock.notify.message.Superseded;
import io.caseclock.notify.notice.Actor;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeMessages;
import io.caseclock.notify.notice.NoticeState.Delivered;
import io.caseclock.notify.notice.NoticeState.Disputable;
import io.caseclock.notify.notice.NoticeState.Issued;
import io.caseclock.notify.notice.NoticeState.Objected;
import io.caseclock.notify.notice.NoticeState.Rectifiable;
import io.caseclock.notify.notice.NoticeState.Rectified;
import io.caseclock.notify.notice.NoticeState.UnderReview;
import io.caseclock.notify.notice.NoticeState.Withdrawable;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.Notices;
import io.caseclock.notify.notice.StepKind;
import io.caseclock.notify.notice.evidence.Evidence;
import io.caseclock.notify.notice.evidence.EvidenceStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Does what the rules have let pass: records the step and notifies whoever acts next. A command for
 * which the notice is not in the right state throws, since the rules should have refused it.
 */
public final class NoticeSteps {

  private final Notices notices;
  private final Recipients recipients;
  private final Notifications notifications;
  private final NoticeMessages messages;
  private final EvidenceStore evidence;
  private final EscalationPause escalations;

  public NoticeSteps(
      Notices notices,
      Recipients recipients,
      Notifications notifications,
      NoticeMessages messages,
      EvidenceStore evidence,
      EscalationPause escalations) {
    this.notices = notices;
    this.recipients = recipients;
    this.notifications = notifications;
    this.messages = messages;
    this.evidence = evidence;
    this.escalations = escalations;
  }

  Notice take(Notice notice, Actor by, Command command, Instant now) {
    var line = new Line(by, command.text(), now);
    return switch (command.action()) {
      case SIGN -> sign(notice, line);
      case OBJECT -> object(notice, line);
      case UPHOLD -> uphold(notice, line);
      case REJECT -> reject(notice, line);
      case PLAN -> plan(notice, Objects.requireNonNull(command.on()), line);
      case RECTIFY -> rectify(notice, line);
      case REVIEW -> review(notice, line);
      case ACCEPT -> accept(notice, line);
      case RETURN -> giveBack(notice, line);
      case WITHDRAW ->
          withdraw(notice, in(Withdrawable.class, notice), line, MessageTexts.quoted(line.text()));
      case REASSIGN -> reassign(notice, Objects.requireNonNull(command.officer()), line);
    };
  }

  /** Who says what, and when. */
  private record Line(Actor by, String text, Instant at) {

    static Line bySystem(String text, Instant at) {
      return new Line(Actor.SYSTEM, text, at);
    }

    Line withoutText() {
      return new Line(by, "", at);
    }
  }

  /** Whoever signs has it, even where nobody could be told before. */
  private Notice sign(Notice notice, Line line) {
    if (notice.state() instanceof Issued state) {
      var delivered = notice.in(state.deliver());
      return sign(step(delivered, StepKind.DELIVERED, Line.bySystem("", line.at())), line);
    }
    return step(notice.in(in(Delivered.class, notice).sign()), StepKind.SIGNED, line);
  }

  private Notice object(Notice notice, Line line) {
    var state = in(Disputable.class, notice);
    var objected = notice.in(state.object()).objectedToBy(line.by().officer());
    var after = step(objected, StepKind.OBJECTED, line, proofs(notice));
    tell(messages.ofObjection(after, after.version()), deciders(after, line), line);
    return after;
  }

  private Notice uphold(Notice notice, Line line) {
    var state = in(Objected.class, notice);
    var decided = decided(notice.in(state), "upheld", line);
    return withdraw(decided, state, line, MessageTexts.quoted(line.text()));
  }

  private Notice reject(Notice notice, Line line) {
    var after = decided(notice.in(in(Objected.class, notice).reject()), "rejected", line);
    tell(messages.ofRejection(after, after.version()), responsible(after, line), line);
    return after;
  }

  private Notice decided(Notice after, String decision, Line line) {
    return step(after, StepKind.OBJECTION_DECIDED, line, Map.of("decision", decision));
  }

  /**
   * The event's {@code on} is the first day on which it is late, as with every date of the pack.
   */
  private Notice plan(Notice notice, LocalDate on, Line line) {
    var state = in(Rectifiable.class, notice);
    notices
        .openDeadlines(notice.id())
        .forEach(id -> escalations.pause(id, line.by(), on, line.text(), line.at()));
    var days = Map.<String, Object>of("planned", on.toString(), "on", on.plusDays(1).toString());
    return step(notice.in(state.plan(on)), StepKind.PLANNED, line, days);
  }

  private Notice rectify(Notice notice, Line line) {
    var rectifier = line.by().officer();
    var state = in(Rectifiable.class, notice).rectify(rectifier);
    var rectified = notice.in(state).workedOnBy(rectifier);
    var after = step(rectified, StepKind.RECTIFIED, line, proofs(notice));
    tell(messages.ofReport(after, after.version()), reviewers(after, line), line);
    return after;
  }

  private Map<String, Object> proofs(Notice notice) {
    var hashes = evidence.ofNotice(notice.id()).stream().map(Evidence::sha256).toList();
    return hashes.isEmpty() ? Map.of() : Map.of("evidence", hashes);
  }

  private Notice review(Notice notice, Line line) {
    var reviewer = line.by().officer();
    var state =
        notice.state() instanceof UnderReview taken
            ? taken.handTo(reviewer)
            : in(Rectified.class, notice).review(reviewer);
    return step(notice.in(state), StepKind.UNDER_REVIEW, line);
  }

  /** Whoever decides without having taken it before takes it with the decision. */
  private Notice taken(Notice notice, Line line) {
    return notice.state() instanceof Rectified ? review(notice, line.withoutText()) : notice;
  }

  private Notice accept(Notice notice, Line line) {
    var taken = taken(notice, line);
    var accepted = in(UnderReview.class, taken).accept();
    var reviewed = step(taken.in(accepted), StepKind.ACCEPTED, line);
    var closed = step(reviewed.in(accepted.close()), StepKind.CLOSED, Line.bySystem("", line.at()));
    tell(messages.ofAcceptance(closed, reviewed.version()), responsible(closed, line), line);
    return closed;
  }

  private Notice giveBack(Notice notice, Line line) {
    var taken = taken(notice, line);
    var returned = in(UnderReview.class, taken).giveBack();
    var after = step(taken.in(returned), StepKind.RETURNED, line);
    tell(messages.ofReturn(after, after.version(), line.text()), responsible(after, line), line);
    return after;
  }

  private Notice reassign(Notice notice, String officer, Line line) {
    var handed = notice.in(notice.state()).handedTo(officer);
    var after = step(handed, StepKind.REASSIGNED, line, Map.of("officer", officer));
    tell(messages.ofReassignment(after, after.version()), responsible(after, line), line);
    return after;
  }

  /** The supervision orders that name it fall with it. */
  private Notice withdraw(Notice notice, Withdrawable state, Line line, Names why) {
    var after = step(notice.in(state.withdraw()), StepKind.WITHDRAWN, line);
    var told = notifications.supersedeNotice(after.id(), Superseded.NOTICE_WITHDRAWN, line.at());
    var knowing = knowing(after, state, told, line);
    if (!knowing.isEmpty()) {
      tell(messages.ofWithdrawal(after, after.version(), why), knowing, line);
    }
    var lower = messages.lowerWithdrawn(after);
    for (var order : notices.openOrdersOn(after.id())) {
      withdraw(order, in(Withdrawable.class, order), Line.bySystem(said(lower), line.at()), lower);
    }
    return after;
  }

  /** Nobody hears that something is void of which they never heard. */
  private List<Recipient> knowing(Notice after, Withdrawable before, Set<String> told, Line line) {
    return responsible(after, line).stream()
        .filter(one -> !before.isUnanswered() || told.contains(one.person()))
        .toList();
  }

  /** A fault has proved wrong; with the last one the notice is withdrawn. */
  Notice drop(Notice notice, String deadlineId, Names why, Instant now) {
    var line = Line.bySystem(said(why), now);
    var left = notices.dropFault(notice.id(), deadlineId, now);
    if (left == 0 && notice.state() instanceof Withdrawable open) {
      return withdraw(notice, open, line, why);
    }
    var data = Map.<String, Object>of("deadlineId", deadlineId);
    return step(notice.in(notice.state()), StepKind.FAULT_DROPPED, line, data);
  }

  /** Notes on a notice that a higher unit has issued a supervision order on it. */
  public void escalated(Notice lower, Notice order, Actor by, Instant now) {
    var data = Map.<String, Object>of("order", order.id(), "orderNumber", order.number());
    step(lower.in(lower.state()), StepKind.ESCALATED, new Line(by, "", now), data);
  }

  private static String said(Names why) {
    return why.zh().equals(why.en()) ? why.zh() : why.zh() + " (" + why.en() + ")";
  }

  private Notice step(Notice after, StepKind kind, Line line) {
    return step(after, kind, line, Map.of());
  }

  private Notice step(Notice after, StepKind kind, Line line, Map<String, Object> data) {
    notices.record(
        after,
        new NoticeStep(after.id(), after.version(), kind, line.at(), line.by(), line.text(), data));
    return after;
  }

  private void tell(Message message, List<Recipient> told, Line line) {
    notifications.notify(message, told, line.at());
  }

  private List<Recipient> responsible(Notice notice, Line line) {
    return recipients.ofWarning(notice.unit(), notice.officer(), line.at());
  }

  /** An order is judged by the unit that issued it. */
  private List<Recipient> reviewers(Notice notice, Line line) {
    return notice.isOrder()
        ? recipients.ofFinding(notice.serial().unit(), line.at())
        : recipients.reviewers(notice.unit(), line.at());
  }

  /** What an organ has issued is taken back by nobody below it. */
  private List<Recipient> deciders(Notice notice, Line line) {
    return recipients.ofFinding(notice.serial().unit(), line.at());
  }

  /** The state, which the rules have made sure of. */
  private static <S> S in(Class<S> state, Notice notice) {
    if (!state.isInstance(notice.state())) {
      throw new IllegalStateException("the rules let a step pass that the state lacks: " + notice);
    }
    return state.cast(notice.state());
  }
}
