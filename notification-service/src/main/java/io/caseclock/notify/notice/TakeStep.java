package io.caseclock.notify.notice;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.contract.Names;
import io.caseclock.notify.delivery.DeliveryLog;
import io.caseclock.notify.delivery.Recipient;
import io.caseclock.notify.delivery.Recipients;
import io.caseclock.notify.delivery.Superseded;
import io.caseclock.notify.notice.Command.Accept;
import io.caseclock.notify.notice.Command.GiveBack;
import io.caseclock.notify.notice.Command.Rectify;
import io.caseclock.notify.notice.Command.Sign;
import io.caseclock.notify.notice.Command.Withdraw;
import io.caseclock.notify.notice.NoticeState.Accepted;
import io.caseclock.notify.notice.NoticeState.Delivered;
import io.caseclock.notify.notice.NoticeState.Issued;
import io.caseclock.notify.notice.NoticeState.Rectified;
import io.caseclock.notify.notice.NoticeState.Returned;
import io.caseclock.notify.notice.NoticeState.Signed;
import io.caseclock.notify.notice.NoticeState.Withdrawable;
import io.caseclock.notify.notice.StepOutcome.Refused;
import io.caseclock.notify.notice.StepOutcome.Taken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a step of a notice, tells whoever acts next, and says why where it does not. */
public final class TakeStep {

  private final Notices notices;
  private final Recipients recipients;
  private final DeliveryLog log;
  private final NoticeLetters letters;

  public TakeStep(Notices notices, Recipients recipients, DeliveryLog log, NoticeLetters letters) {
    this.notices = notices;
    this.recipients = recipients;
    this.log = log;
    this.letters = letters;
  }

  /**
   * Does what the caller wants, if that is right.
   *
   * @param expected the version that the caller has seen; null where the caller does not say
   */
  public StepOutcome take(
      String id, Caller caller, Command command, @Nullable Integer expected, Instant now) {
    var found = caller.visibleUnit().flatMap(unit -> notices.lockedWithin(id, unit));
    if (found.isEmpty()) {
      return new Refused(Refusal.UNKNOWN, null);
    }
    var notice = found.get();
    var refusal = StepRules.refusal(notice, caller, command);
    if (refusal.filter(Refusal::isAboutTheCaller).isEmpty()
        && expected != null
        && expected != notice.version()) {
      return new Refused(Refusal.STALE, notice);
    }
    if (refusal.isPresent()) {
      return new Refused(refusal.get(), notice);
    }
    return new Taken(done(notice, by(caller, command), command, now));
  }

  /** Takes a notice back by the suite's own insight, if it is not finished. */
  public Optional<Notice> withdraw(Notice notice, Names why, Instant now) {
    return notice.state() instanceof Withdrawable open
        ? Optional.of(withdraw(notice, open, By.SYSTEM, why, now))
        : Optional.empty();
  }

  private Notice done(Notice notice, By by, Command command, Instant now) {
    return switch (command) {
      case Sign sign -> sign(notice, by, now);
      case Rectify rectify -> rectify(notice, by, rectify.text(), now);
      case Accept accept when notice.state() instanceof Rectified state ->
          accept(notice, state, by, accept.text(), now);
      case GiveBack giveBack when notice.state() instanceof Rectified state ->
          giveBack(notice, state, by, giveBack.text(), now);
      case Withdraw withdraw when notice.state() instanceof Withdrawable open ->
          withdraw(notice, open, by, new Names(withdraw.text(), withdraw.text()), now);
      case Accept accept -> throw forbidden(notice);
      case GiveBack giveBack -> throw forbidden(notice);
      case Withdraw withdraw -> throw forbidden(notice);
    };
  }

  /** Whoever signs has it, even where nobody could be told before. */
  private Notice sign(Notice notice, By by, Instant now) {
    return switch (notice.state()) {
      case Issued state -> {
        var delivered = step(notice, state.deliver(), StepKind.DELIVERED, By.SYSTEM, "", now);
        yield sign(delivered, by, now);
      }
      case Delivered state -> step(notice, state.sign(), StepKind.SIGNED, by, "", now);
      default -> throw forbidden(notice);
    };
  }

  private Notice rectify(Notice notice, By by, String text, Instant now) {
    var next =
        switch (notice.state()) {
          case Signed state -> state.rectify(by.officer());
          case Returned state -> state.rectify(by.officer());
          default -> throw forbidden(notice);
        };
    var after = step(notice, next, StepKind.RECTIFIED, by, text, now);
    log.file(letters.ofReport(after, after.version()), recipients.reviewers(after.unit()), now);
    return after;
  }

  private Notice accept(Notice notice, Rectified state, By by, String text, Instant now) {
    Accepted accepted = state.accept();
    var reviewed = step(notice, accepted, StepKind.ACCEPTED, by, text, now);
    var closed = step(reviewed, accepted.close(), StepKind.CLOSED, By.SYSTEM, "", now);
    log.file(letters.ofAcceptance(closed, reviewed.version()), responsible(closed), now);
    return closed;
  }

  private Notice giveBack(Notice notice, Rectified state, By by, String text, Instant now) {
    var after = step(notice, state.giveBack(), StepKind.RETURNED, by, text, now);
    log.file(letters.ofReturn(after, after.version(), text), responsible(after), now);
    return after;
  }

  private Notice withdraw(Notice notice, Withdrawable open, By by, Names why, Instant now) {
    var text = why.zh().equals(why.en()) ? why.zh() : why.zh() + " (" + why.en() + ")";
    var after = step(notice, open.withdraw(), StepKind.WITHDRAWN, by, text, now);
    log.supersedeNotice(after.id(), Superseded.NOTICE_WITHDRAWN, now);
    log.file(letters.ofWithdrawal(after, after.version(), why), responsible(after), now);
    return after;
  }

  private Notice step(
      Notice notice, NoticeState next, StepKind kind, By by, String text, Instant now) {
    var after = notice.in(next);
    notices.record(after, new NoticeStep(after.id(), after.version(), kind, now, by, text));
    return after;
  }

  private List<Recipient> responsible(Notice notice) {
    return recipients.ofWarning(notice.unit(), notice.officer());
  }

  private static By by(Caller caller, Command command) {
    var role =
        switch (command) {
          case Accept accept -> Role.LEGAL_OFFICER;
          case GiveBack giveBack -> Role.LEGAL_OFFICER;
          case Withdraw withdraw ->
              caller.is(Role.LEGAL_OFFICER) ? Role.LEGAL_OFFICER : Role.SUPERVISOR;
          case Sign sign -> Role.OFFICER;
          case Rectify rectify -> Role.OFFICER;
        };
    return new By(caller.name(), caller.officer(), role.wire());
  }

  private static IllegalStateException forbidden(Notice notice) {
    return new IllegalStateException("the rules let a step pass that the state lacks: " + notice);
  }
}
