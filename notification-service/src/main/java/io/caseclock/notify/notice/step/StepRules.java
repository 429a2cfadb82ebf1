package io.caseclock.notify.notice.step;

import io.caseclock.access.Caller;
import io.caseclock.notify.notice.Acting;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeSettings;
import io.caseclock.notify.notice.NoticeState.InRectification;
import io.caseclock.notify.notice.NoticeState.UnderReview;
import io.caseclock.notify.notice.Party;
import io.caseclock.notify.notice.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a step may not be taken: the table of {@link Action}, and the conditions that one action
 * alone has. The pages ask the same rules for their buttons as the steps themselves do.
 */
public final class StepRules {

  /** Empty where nothing stands against it. The caller comes first, then state, text, content. */
  public static Optional<Refusal> refusal(
      Notice notice, Caller caller, Command command, StepContext now) {
    var action = command.action();
    return action
        .who()
        .refusal(notice, new Acting(caller, now.standsIn()))
        .or(() -> unlessLegal(action.startsFrom(notice.state())))
        .or(() -> forbiddenByState(notice, caller, command))
        .or(() -> forbiddenByText(command))
        .or(() -> forbiddenByContent(notice, caller, command, now));
  }

  private static Optional<Refusal> forbiddenByState(Notice notice, Caller caller, Command command) {
    return switch (command.action()) {
      case OBJECT -> unless(notice.objector() == null, Refusal.OBJECTED_ALREADY);
      case PLAN ->
          unlessLegal(
              !(notice.state() instanceof InRectification) || Party.isSupervisor(notice, caller));
      case REVIEW, ACCEPT, RETURN ->
          notice.state() instanceof UnderReview taken
              ? forbiddenByReviewer(taken, caller, command)
              : Optional.empty();
      case SIGN, RECTIFY, UPHOLD, REJECT, REASSIGN, WITHDRAW -> Optional.empty();
    };
  }

  /** From another reviewer it is taken over only with a reason, so that two do not collide. */
  private static Optional<Refusal> forbiddenByReviewer(
      UnderReview taken, Caller caller, Command command) {
    var isOwn = caller.asOfficer().filter(person -> person.equals(taken.reviewer())).isPresent();
    if (command.action() != Action.REVIEW) {
      return unless(isOwn, Refusal.TAKEN_BY_ANOTHER);
    }
    return isOwn
        ? Optional.of(Refusal.STATE_FORBIDS)
        : unless(!command.text().isBlank(), Refusal.TAKEN_BY_ANOTHER);
  }

  private static Optional<Refusal> forbiddenByText(Command command) {
    var isMissing = command.action().needsText() && command.text().isBlank();
    var isUnfit = !command.text().isBlank() && !NoticeSettings.TEXT.takes(command.text());
    return unless(!isMissing && !isUnfit, Refusal.TEXT_MISSING);
  }

  private static Optional<Refusal> forbiddenByContent(
      Notice notice, Caller caller, Command command, StepContext now) {
    if (command.on() != null) {
      var isSupervisor = Party.isSupervisor(notice, caller);
      return unless(
          isWithin(
              command.on(),
              now,
              isSupervisor ? NoticeSettings.LONGEST_PLAN_DAYS : now.longestPlanDays()),
          Refusal.PLAN_OUT_OF_BOUNDS);
    }
    if (command.officer() != null) {
      var isOther = !command.officer().equals(notice.officer());
      return unless(isOther && now.isPosted().test(command.officer()), Refusal.UNKNOWN_OFFICER);
    }
    var waitsForLower = command.action() == Action.ACCEPT && notice.isOrder() && now.lowerIsOpen();
    return unless(!waitsForLower, Refusal.LOWER_UNFINISHED);
  }

  private static boolean isWithin(LocalDate on, StepContext now, int days) {
    return !on.isBefore(now.today()) && !on.isAfter(now.today().plusDays(days));
  }

  private static Optional<Refusal> unlessLegal(boolean legal) {
    return unless(legal, Refusal.STATE_FORBIDS);
  }

  private static Optional<Refusal> unless(boolean allowed, Refusal refusal) {
    return allowed ? Optional.empty() : Optional.of(refusal);
  }

  /** The commands that the caller could give now; texts, days and officers are asked for later. */
  public static List<Command> allowed(Notice notice, Caller caller, StepContext now) {
    var anyOfficer =
        new StepContext(
            now.today(), now.longestPlanDays(), now.lowerIsOpen(), now.standsIn(), officer -> true);
    return Stream.of(Action.values())
        .map(action -> example(action, now.today()))
        .filter(command -> refusal(notice, caller, command, anyOfficer).isEmpty())
        .toList();
  }

  private static Command example(Action action, LocalDate today) {
    return switch (action) {
      case PLAN -> Command.plan(today, "-");
      case REASSIGN -> Command.reassign("", "-");
      case SIGN, OBJECT, RECTIFY, REVIEW, ACCEPT, RETURN, REJECT, UPHOLD, WITHDRAW ->
          Command.of(action, "-");
    };
  }

  private StepRules() {}
}
