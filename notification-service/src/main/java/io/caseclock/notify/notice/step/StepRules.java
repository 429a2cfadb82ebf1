package io.caseclock.notify.notice.step;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeSettings;
import io.caseclock.notify.notice.NoticeState;
import io.caseclock.notify.notice.NoticeState.Accepted;
import io.caseclock.notify.notice.NoticeState.Delivered;
import io.caseclock.notify.notice.NoticeState.Disputable;
import io.caseclock.notify.notice.NoticeState.InRectification;
import io.caseclock.notify.notice.NoticeState.Issued;
import io.caseclock.notify.notice.NoticeState.Mendable;
import io.caseclock.notify.notice.NoticeState.Objected;
import io.caseclock.notify.notice.NoticeState.Rectified;
import io.caseclock.notify.notice.NoticeState.UnderReview;
import io.caseclock.notify.notice.NoticeState.Withdrawable;
import io.caseclock.notify.notice.Refusal;
import io.caseclock.notify.notice.step.Command.Accept;
import io.caseclock.notify.notice.step.Command.GiveBack;
import io.caseclock.notify.notice.step.Command.Plan;
import io.caseclock.notify.notice.step.Command.RaiseObjection;
import io.caseclock.notify.notice.step.Command.Reassign;
import io.caseclock.notify.notice.step.Command.Rectify;
import io.caseclock.notify.notice.step.Command.RejectObjection;
import io.caseclock.notify.notice.step.Command.Review;
import io.caseclock.notify.notice.step.Command.Sign;
import io.caseclock.notify.notice.step.Command.UpholdObjection;
import io.caseclock.notify.notice.step.Command.Withdraw;
import java.util.List;
import java.util.Optional;

/**
 * Who may do what to a notice that lies within the caller's subtree. The pages ask the same rules
 * for their buttons as the steps themselves do.
 */
public final class StepRules {

  /** Why the caller may not; empty where nothing stands against it. */
  public static Optional<Refusal> refusal(
      Notice notice, Caller caller, Command command, StepContext now) {
    return forbiddenTo(notice, caller, command)
        .or(() -> forbiddenByState(notice, caller, command))
        .or(() -> forbiddenByText(command))
        .or(() -> forbiddenByContent(notice, caller, command, now));
  }

  private static Optional<Refusal> forbiddenTo(Notice notice, Caller caller, Command command) {
    return switch (command) {
      case Sign sign -> unlessResponsible(notice, caller);
      case RaiseObjection objection -> unlessResponsible(notice, caller);
      case Rectify rectify -> unlessResponsible(notice, caller);
      case Plan plan ->
          unless(
              isResponsible(notice, caller) || isSupervisorOf(notice, caller),
              Refusal.NOT_RESPONSIBLE);
      case Review review -> forbiddenToReview(notice, caller);
      case Accept accept -> forbiddenToReview(notice, caller);
      case GiveBack giveBack -> forbiddenToReview(notice, caller);
      case UpholdObjection decision -> forbiddenToDecide(notice, caller);
      case RejectObjection decision -> forbiddenToDecide(notice, caller);
      case Withdraw withdraw -> forbiddenToWithdraw(notice, caller);
      case Reassign reassign -> unless(watches(notice, caller), Refusal.NOT_ASSIGNER);
    };
  }

  private static Optional<Refusal> unlessResponsible(Notice notice, Caller caller) {
    return unless(isResponsible(notice, caller), Refusal.NOT_RESPONSIBLE);
  }

  /**
   * The named officer; where none is named, any officer of the unit. An order is for the unit as a
   * whole: there its legal officers and supervisors answer too.
   */
  static boolean isResponsible(Notice notice, Caller caller) {
    if (notice.officer() != null) {
      return caller.asOfficer().filter(notice.officer()::equals).isPresent();
    }
    var answers =
        caller.is(Role.OFFICER)
            || (notice.isOrder() && (caller.is(Role.LEGAL_OFFICER) || caller.is(Role.SUPERVISOR)));
    return answers && caller.asOfficer().isPresent() && isOfItsUnit(notice, caller);
  }

  private static boolean isOfItsUnit(Notice notice, Caller caller) {
    return caller.visibleUnit().filter(notice.unit()::equals).isPresent();
  }

  /** Legal officers and supervisors of the subtree; an order is in the hands of those above. */
  private static boolean watches(Notice notice, Caller caller) {
    return (caller.is(Role.LEGAL_OFFICER) || caller.is(Role.SUPERVISOR))
        && !(notice.isOrder() && isOfItsUnit(notice, caller));
  }

  private static boolean isSupervisorOf(Notice notice, Caller caller) {
    return caller.is(Role.SUPERVISOR) && watches(notice, caller);
  }

  private static Optional<Refusal> forbiddenToReview(Notice notice, Caller caller) {
    var reviews =
        watches(notice, caller)
            && (caller.is(Role.LEGAL_OFFICER) || notice.isOrder())
            && caller.asOfficer().isPresent();
    return reviews
        ? unless(!isOwnWork(notice, caller), Refusal.OWN_WORK)
        : Optional.of(Refusal.NOT_REVIEWER);
  }

  /** Whoever has to answer it, or has mended or proved anything, is not its judge. */
  private static boolean isOwnWork(Notice notice, Caller caller) {
    return caller
        .asOfficer()
        .filter(
            person ->
                notice.hands().contains(person)
                    || person.equals(notice.officer())
                    || person.equals(notice.state().memory().rectifier()))
        .isPresent();
  }

  /** Neither the objector nor whoever issued it by hand decides whether it was right. */
  private static Optional<Refusal> forbiddenToDecide(Notice notice, Caller caller) {
    if (!watches(notice, caller) || caller.asOfficer().isEmpty()) {
      return Optional.of(Refusal.NOT_DECIDER);
    }
    var own =
        caller
            .asOfficer()
            .filter(person -> person.equals(notice.objector()) || person.equals(notice.issuer()))
            .isPresent();
    return unless(!own && !isOwnWork(notice, caller), Refusal.OWN_WORK);
  }

  private static Optional<Refusal> forbiddenToWithdraw(Notice notice, Caller caller) {
    return watches(notice, caller)
        ? unless(!isOwnWork(notice, caller), Refusal.OWN_WORK)
        : Optional.of(Refusal.NOT_WITHDRAWER);
  }

  private static Optional<Refusal> forbiddenByState(Notice notice, Caller caller, Command command) {
    var state = notice.state();
    return switch (command) {
      case Sign sign -> unlessLegal(state instanceof Issued || state instanceof Delivered);
      case RaiseObjection objection ->
          unlessLegal(state instanceof Disputable)
              .or(() -> unless(notice.objector() == null, Refusal.OBJECTED_ALREADY));
      case UpholdObjection decision -> unlessLegal(state instanceof Objected);
      case RejectObjection decision -> unlessLegal(state instanceof Objected);
      case Plan plan ->
          unlessLegal(
              state instanceof Mendable
                  && (!(state instanceof InRectification) || isSupervisorOf(notice, caller)));
      case Rectify rectify -> unlessLegal(state instanceof Mendable);
      case Review review -> forbiddenToTake(state, caller, review);
      case Accept accept -> forbiddenToJudge(state, caller);
      case GiveBack giveBack -> forbiddenToJudge(state, caller);
      case Withdraw withdraw -> unlessLegal(state instanceof Withdrawable);
      case Reassign reassign ->
          unlessLegal(state instanceof Withdrawable && !(state instanceof Accepted));
    };
  }

  private static Optional<Refusal> unlessLegal(boolean legal) {
    return unless(legal, Refusal.STATE_FORBIDS);
  }

  /** From another reviewer it is taken over only with a reason, so that two do not collide. */
  private static Optional<Refusal> forbiddenToTake(
      NoticeState state, Caller caller, Review review) {
    if (!(state instanceof UnderReview taken)) {
      return unlessLegal(state instanceof Rectified);
    }
    return isReviewer(taken, caller)
        ? Optional.of(Refusal.STATE_FORBIDS)
        : unless(!review.text().isBlank(), Refusal.TAKEN_BY_ANOTHER);
  }

  private static Optional<Refusal> forbiddenToJudge(NoticeState state, Caller caller) {
    return state instanceof UnderReview taken
        ? unless(isReviewer(taken, caller), Refusal.TAKEN_BY_ANOTHER)
        : unlessLegal(state instanceof Rectified);
  }

  private static boolean isReviewer(UnderReview taken, Caller caller) {
    return caller.asOfficer().filter(person -> person.equals(taken.reviewer())).isPresent();
  }

  private static Optional<Refusal> forbiddenByText(Command command) {
    var text = command.text();
    var missing = command.needsText() && text.isBlank();
    return unless(!missing && text.length() <= NoticeSettings.LONGEST_TEXT, Refusal.TEXT_MISSING);
  }

  private static Optional<Refusal> forbiddenByContent(
      Notice notice, Caller caller, Command command, StepContext now) {
    return switch (command) {
      case Plan plan -> {
        var days =
            isSupervisorOf(notice, caller)
                ? NoticeSettings.LONGEST_PLAN_DAYS
                : now.longestPlanDays();
        var fits =
            !plan.on().isBefore(now.today()) && !plan.on().isAfter(now.today().plusDays(days));
        yield unless(fits, Refusal.PLAN_OUT_OF_BOUNDS);
      }
      case Reassign reassign ->
          unless(
              !reassign.officer().equals(notice.officer())
                  && now.isPosted().test(reassign.officer()),
              Refusal.UNKNOWN_OFFICER);
      case Accept accept ->
          unless(!(notice.isOrder() && now.lowerIsOpen()), Refusal.LOWER_UNFINISHED);
      case Sign sign -> Optional.empty();
      case RaiseObjection objection -> Optional.empty();
      case UpholdObjection decision -> Optional.empty();
      case RejectObjection decision -> Optional.empty();
      case Rectify rectify -> Optional.empty();
      case Review review -> Optional.empty();
      case GiveBack giveBack -> Optional.empty();
      case Withdraw withdraw -> Optional.empty();
    };
  }

  /** Whoever has to answer a notice adds evidence, as long as it is his turn or his objection. */
  public static Optional<Refusal> refusalOfEvidence(Notice notice, Caller caller) {
    var state = notice.state();
    var open =
        state instanceof Disputable || state instanceof Mendable || state instanceof Objected;
    return unlessResponsible(notice, caller).or(() -> unlessLegal(open));
  }

  private static Optional<Refusal> unless(boolean allowed, Refusal refusal) {
    return allowed ? Optional.empty() : Optional.of(refusal);
  }

  /** The commands that the caller could give now; texts, days and officers are asked for later. */
  public static List<Command> allowed(Notice notice, Caller caller, StepContext now) {
    var said = "-";
    var anybody =
        new StepContext(now.today(), now.longestPlanDays(), now.lowerIsOpen(), officer -> true);
    return List.<Command>of(
            new Sign(),
            new RaiseObjection(said),
            new Plan(now.today(), ""),
            new Rectify(said),
            new Review(said),
            new Accept(said),
            new GiveBack(said),
            new RejectObjection(said),
            new UpholdObjection(said),
            new Reassign("", said),
            new Withdraw(said))
        .stream()
        .filter(command -> refusal(notice, caller, command, anybody).isEmpty())
        .toList();
  }

  private StepRules() {}
}
