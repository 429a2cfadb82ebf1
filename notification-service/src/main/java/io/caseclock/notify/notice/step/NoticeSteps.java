package io.caseclock.notify.notice.step;

import io.caseclock.contract.Names;
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
import io.caseclock.notify.notice.NoticeState.Mendable;
import io.caseclock.notify.notice.NoticeState.Objected;
import io.caseclock.notify.notice.NoticeState.Rectified;
import io.caseclock.notify.notice.NoticeState.UnderReview;
import io.caseclock.notify.notice.NoticeState.Withdrawable;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.Notices;
import io.caseclock.notify.notice.StepKind;
import io.caseclock.notify.notice.evidence.Evidence;
import io.caseclock.notify.notice.evidence.EvidenceStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Does what the rules have let pass: writes the step down, and tells whoever acts next. A command
 * that the state lacks is a fault of the program here and breaks.
 */
public final class NoticeSteps {

  private final Notices notices;
  private final Recipients recipients;
  private final Notifications log;
  private final NoticeMessages messages;
  private final EvidenceStore evidence;
  private final EscalationPause ladders;

  public NoticeSteps(
      Notices notices,
      Recipients recipients,
      Notifications log,
      NoticeMessages messages,
      EvidenceStore evidence,
      EscalationPause ladders) {
    this.notices = notices;
    this.recipients = recipients;
    this.log = log;
    this.messages = messages;
    this.evidence = evidence;
    this.ladders = ladders;
  }

  Notice take(Notice notice, Actor by, Command command, Instant now) {
    var line = new Line(by, command.text(), now);
    return switch (command) {
      case Command.Sign sign -> sign(notice, line);
      case Command.RaiseObjection objection -> object(notice, line);
      case Command.UpholdObjection decision -> uphold(notice, line);
      case Command.RejectObjection decision -> reject(notice, line);
      case Command.Plan plan -> plan(notice, plan, line);
      case Command.Rectify rectify -> rectify(notice, line);
      case Command.Review review -> review(notice, line);
      case Command.Accept accept -> accept(notice, line);
      case Command.GiveBack giveBack -> giveBack(notice, line);
      case Command.Withdraw withdraw when notice.state() instanceof Withdrawable open ->
          withdraw(notice, open, by, new Names(withdraw.text(), withdraw.text()), now);
      case Command.Withdraw withdraw -> throw forbidden(notice);
      case Command.Reassign reassign -> reassign(notice, reassign, line);
    };
  }

  /** Who says what, and when. */
  private record Line(Actor by, String text, Instant at) {
    Line bySystem() {
      return new Line(Actor.SYSTEM, "", at);
    }
  }

  /** Whoever signs has it, even where nobody could be told before. */
  private Notice sign(Notice notice, Line line) {
    if (notice.state() instanceof Issued state) {
      return sign(step(notice.in(state.deliver()), StepKind.DELIVERED, line.bySystem()), line);
    }
    if (notice.state() instanceof Delivered state) {
      return step(notice.in(state.sign()), StepKind.SIGNED, line);
    }
    throw forbidden(notice);
  }

  private Notice object(Notice notice, Line line) {
    if (!(notice.state() instanceof Disputable state)) {
      throw forbidden(notice);
    }
    var objected = notice.in(state.object()).objectedToBy(line.by().officer());
    var after = step(objected, StepKind.OBJECTED, line, proofs(notice));
    tell(messages.ofObjection(after, after.version()), deciders(after), line);
    return after;
  }

  private Notice uphold(Notice notice, Line line) {
    if (!(notice.state() instanceof Objected state)) {
      throw forbidden(notice);
    }
    var decided =
        step(notice.in(state), StepKind.OBJECTION_DECIDED, line, Map.of("decision", "upheld"));
    return withdraw(decided, state, line.by(), new Names(line.text(), line.text()), line.at());
  }

  private Notice reject(Notice notice, Line line) {
    if (!(notice.state() instanceof Objected state)) {
      throw forbidden(notice);
    }
    var after =
        step(
            notice.in(state.reject()),
            StepKind.OBJECTION_DECIDED,
            line,
            Map.of("decision", "rejected"));
    tell(messages.ofRejection(after, after.version()), responsible(after), line);
    return after;
  }

  /**
   * The event's {@code on} is the first day on which it is late, as with every date of the pack.
   */
  private Notice plan(Notice notice, Command.Plan plan, Line line) {
    if (!(notice.state() instanceof Mendable state)) {
      throw forbidden(notice);
    }
    var days = Map.of("planned", plan.on().toString(), "on", plan.on().plusDays(1).toString());
    ladders.rest(notice, line.by(), plan.on(), line.text(), line.at());
    return step(notice.in(state.plan(plan.on())), StepKind.PLANNED, line, Map.copyOf(days));
  }

  private Notice rectify(Notice notice, Line line) {
    if (!(notice.state() instanceof Mendable state)) {
      throw forbidden(notice);
    }
    var rectifier = line.by().officer();
    var mended = notice.in(state.rectify(rectifier)).workedOnBy(rectifier);
    var after = step(mended, StepKind.RECTIFIED, line, proofs(notice));
    tell(messages.ofReport(after, after.version()), judges(after), line);
    return after;
  }

  private Map<String, Object> proofs(Notice notice) {
    var hashes = evidence.ofNotice(notice.id()).stream().map(Evidence::sha256).toList();
    return hashes.isEmpty() ? Map.of() : Map.of("evidence", hashes);
  }

  private Notice review(Notice notice, Line line) {
    var reviewer = line.by().officer();
    if (notice.state() instanceof Rectified state) {
      return step(notice.in(state.review(reviewer)), StepKind.UNDER_REVIEW, line);
    }
    if (notice.state() instanceof UnderReview state) {
      return step(notice.in(state.handTo(reviewer)), StepKind.UNDER_REVIEW, line);
    }
    throw forbidden(notice);
  }

  /** Whoever decides without having taken it before takes it with the decision. */
  private Notice taken(Notice notice, Line line) {
    return notice.state() instanceof Rectified
        ? review(notice, new Line(line.by(), "", line.at()))
        : notice;
  }

  private Notice accept(Notice notice, Line line) {
    var taken = taken(notice, line);
    if (!(taken.state() instanceof UnderReview state)) {
      throw forbidden(notice);
    }
    var accepted = state.accept();
    var reviewed = step(taken.in(accepted), StepKind.ACCEPTED, line);
    var closed = step(reviewed.in(accepted.close()), StepKind.CLOSED, line.bySystem());
    tell(messages.ofAcceptance(closed, reviewed.version()), responsible(closed), line);
    return closed;
  }

  private Notice giveBack(Notice notice, Line line) {
    var taken = taken(notice, line);
    if (!(taken.state() instanceof UnderReview state)) {
      throw forbidden(notice);
    }
    var after = step(taken.in(state.giveBack()), StepKind.RETURNED, line);
    tell(messages.ofReturn(after, after.version(), line.text()), responsible(after), line);
    return after;
  }

  private Notice reassign(Notice notice, Command.Reassign reassign, Line line) {
    var handed = notice.in(notice.state()).handedTo(reassign.officer());
    var after = step(handed, StepKind.REASSIGNED, line, Map.of("officer", reassign.officer()));
    tell(messages.ofReassignment(after, after.version()), responsible(after), line);
    return after;
  }

  Notice withdraw(Notice notice, Withdrawable open, Actor by, Names why, Instant now) {
    var line = new Line(by, said(why), now);
    var after = step(notice.in(open.withdraw()), StepKind.WITHDRAWN, line);
    log.supersedeNotice(after.id(), Superseded.NOTICE_WITHDRAWN, now);
    tell(messages.ofWithdrawal(after, after.version(), why), responsible(after), line);
    for (var order : notices.openOrdersOn(after.id())) {
      if (order.state() instanceof Withdrawable state) {
        withdraw(order, state, Actor.SYSTEM, messages.lowerWithdrawn(after), now);
      }
    }
    return after;
  }

  Notice drop(Notice notice, String deadlineId, Names why, Instant now) {
    var left = notices.dropFault(notice.id(), deadlineId, now);
    if (left == 0 && notice.state() instanceof Withdrawable open) {
      return withdraw(notice, open, Actor.SYSTEM, why, now);
    }
    return step(
        notice.in(notice.state()),
        StepKind.FAULT_DROPPED,
        new Line(Actor.SYSTEM, said(why), now),
        Map.of("deadlineId", deadlineId));
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

  private void tell(io.caseclock.notify.message.Message message, List<Recipient> told, Line line) {
    log.file(message, told, line.at());
  }

  private List<Recipient> responsible(Notice notice) {
    return recipients.ofWarning(notice.unit(), notice.officer());
  }

  /** An order is judged by the unit that issued it. */
  private List<Recipient> judges(Notice notice) {
    return notice.isOrder()
        ? recipients.ofFinding(notice.serial().unit())
        : recipients.reviewers(notice.unit());
  }

  private List<Recipient> deciders(Notice notice) {
    return notice.isOrder()
        ? recipients.ofFinding(notice.serial().unit())
        : recipients.ofFinding(notice.unit());
  }

  private static IllegalStateException forbidden(Notice notice) {
    return new IllegalStateException("the rules let a step pass that the state lacks: " + notice);
  }
}
