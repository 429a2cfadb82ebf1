package io.caseclock.notify.notice;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.notify.notice.Command.Accept;
import io.caseclock.notify.notice.Command.GiveBack;
import io.caseclock.notify.notice.Command.Rectify;
import io.caseclock.notify.notice.Command.Sign;
import io.caseclock.notify.notice.Command.Withdraw;
import io.caseclock.notify.notice.NoticeState.Delivered;
import io.caseclock.notify.notice.NoticeState.Issued;
import io.caseclock.notify.notice.NoticeState.Rectified;
import io.caseclock.notify.notice.NoticeState.Returned;
import io.caseclock.notify.notice.NoticeState.Signed;
import io.caseclock.notify.notice.NoticeState.Withdrawable;
import java.util.List;
import java.util.Optional;

/**
 * Who may do what to a notice that lies within the caller's subtree. The pages ask the same rules
 * for their buttons as the steps themselves do.
 */
public final class StepRules {

  static final int LONGEST_TEXT = 4_000;

  /** Why the caller may not; empty where nothing stands against it. */
  public static Optional<Refusal> refusal(Notice notice, Caller caller, Command command) {
    return forbiddenTo(notice, caller, command)
        .or(() -> forbiddenByState(notice.state(), command))
        .or(() -> forbiddenByText(command));
  }

  private static Optional<Refusal> forbiddenTo(Notice notice, Caller caller, Command command) {
    return switch (command) {
      case Sign sign -> unless(isResponsible(notice, caller), Refusal.NOT_RESPONSIBLE);
      case Rectify rectify -> unless(isResponsible(notice, caller), Refusal.NOT_RESPONSIBLE);
      case Accept accept -> forbiddenToReview(notice, caller);
      case GiveBack giveBack -> forbiddenToReview(notice, caller);
      case Withdraw withdraw ->
          unless(
              caller.is(Role.LEGAL_OFFICER) || caller.is(Role.SUPERVISOR), Refusal.NOT_WITHDRAWER);
    };
  }

  private static boolean isResponsible(Notice notice, Caller caller) {
    if (notice.officer() != null) {
      return caller.asOfficer().filter(notice.officer()::equals).isPresent();
    }
    return caller.is(Role.OFFICER)
        && caller.asOfficer().isPresent()
        && caller.visibleUnit().filter(notice.unit()::equals).isPresent();
  }

  private static Optional<Refusal> forbiddenToReview(Notice notice, Caller caller) {
    if (!caller.is(Role.LEGAL_OFFICER) || caller.asOfficer().isEmpty()) {
      return Optional.of(Refusal.NOT_REVIEWER);
    }
    var reporter = Optional.ofNullable(notice.state().reportedBy());
    return unless(reporter.isEmpty() || !reporter.equals(caller.asOfficer()), Refusal.OWN_WORK);
  }

  private static Optional<Refusal> forbiddenByState(NoticeState state, Command command) {
    var legal =
        switch (command) {
          case Sign sign -> state instanceof Issued || state instanceof Delivered;
          case Rectify rectify -> state instanceof Signed || state instanceof Returned;
          case Accept accept -> state instanceof Rectified;
          case GiveBack giveBack -> state instanceof Rectified;
          case Withdraw withdraw -> state instanceof Withdrawable;
        };
    return unless(legal, Refusal.STATE_FORBIDS);
  }

  private static Optional<Refusal> forbiddenByText(Command command) {
    var text = command.text();
    var missing = command.needsText() && text.isBlank();
    return unless(!missing && text.length() <= LONGEST_TEXT, Refusal.TEXT_MISSING);
  }

  private static Optional<Refusal> unless(boolean allowed, Refusal refusal) {
    return allowed ? Optional.empty() : Optional.of(refusal);
  }

  /** The commands without a text that the caller could give now; texts are asked for later. */
  public static List<Command> allowed(Notice notice, Caller caller) {
    var said = "-";
    return List.<Command>of(
            new Sign(), new Rectify(said), new Accept(said), new GiveBack(said), new Withdraw(said))
        .stream()
        .filter(command -> refusal(notice, caller, command).isEmpty())
        .toList();
  }

  private StepRules() {}
}
