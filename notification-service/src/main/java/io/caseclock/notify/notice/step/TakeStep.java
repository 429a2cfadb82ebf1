package io.caseclock.notify.notice.step;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.contract.Names;
import io.caseclock.directory.Directory;
import io.caseclock.notify.notice.Actor;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeSettings;
import io.caseclock.notify.notice.NoticeState.Withdrawable;
import io.caseclock.notify.notice.Notices;
import io.caseclock.notify.notice.Refusal;
import io.caseclock.notify.notice.step.StepOutcome.Refused;
import io.caseclock.notify.notice.step.StepOutcome.Taken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes a step of a notice, or says why not. */
public final class TakeStep {

  private final Notices notices;
  private final NoticeSteps steps;
  private final Directory directory;
  private final NoticeSettings settings;

  public TakeStep(
      Notices notices, NoticeSteps steps, Directory directory, NoticeSettings settings) {
    this.notices = notices;
    this.steps = steps;
    this.directory = directory;
    this.settings = settings;
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
      return new Refused(Refusal.UNKNOWN, null, null);
    }
    var notice = found.get();
    var refusal = StepRules.refusal(notice, caller, command, circumstances(notice, now));
    if (refusal.filter(Refusal::isAboutTheCaller).isEmpty()
        && expected != null
        && expected != notice.version()) {
      return refused(Refusal.STALE, notice);
    }
    return refusal
        .<StepOutcome>map(why -> refused(why, notice))
        .orElseGet(() -> new Taken(steps.take(notice, by(notice, caller, command), command, now)));
  }

  private Refused refused(Refusal why, Notice present) {
    return new Refused(why, present, notices.lastStep(present.id()).orElse(null));
  }

  /** The commands that the caller could give now. */
  public List<Command> allowed(Notice notice, Caller caller, Instant now) {
    return StepRules.allowed(notice, caller, circumstances(notice, now));
  }

  private StepContext circumstances(Notice notice, Instant now) {
    var lower = notice.lower();
    return new StepContext(
        now.atZone(settings.zone()).toLocalDate(),
        settings.longestPlanDays(),
        lower != null && notices.isOpen(lower),
        officer ->
            directory
                .officer(officer)
                .filter(known -> directory.isWithin(known.unit(), notice.unit()))
                .isPresent());
  }

  /** Takes a notice back by the suite's own insight, if it is not finished. */
  public Optional<Notice> withdraw(Notice notice, Names why, Instant now) {
    return notice.state() instanceof Withdrawable open
        ? Optional.of(steps.withdraw(notice, open, Actor.SYSTEM, why, now))
        : Optional.empty();
  }

  /**
   * A breach turned out to be none: the notice that covers it loses that fault, and is taken back
   * where it was the last one that held.
   *
   * @return the notice after it, where there was one that is not finished
   */
  public Optional<Notice> proveWrong(String deadlineId, Names why, Instant now) {
    return notices.openOf(deadlineId).map(notice -> steps.drop(notice, deadlineId, why, now));
  }

  private static Actor by(Notice notice, Caller caller, Command command) {
    var role =
        switch (command) {
          case Command.Sign sign -> answering(notice, caller);
          case Command.RaiseObjection objection -> answering(notice, caller);
          case Command.Rectify rectify -> answering(notice, caller);
          case Command.Plan plan ->
              StepRules.isResponsible(notice, caller) ? answering(notice, caller) : Role.SUPERVISOR;
          case Command.Review review -> watching(caller);
          case Command.Accept accept -> watching(caller);
          case Command.GiveBack giveBack -> watching(caller);
          case Command.UpholdObjection decision -> watching(caller);
          case Command.RejectObjection decision -> watching(caller);
          case Command.Withdraw withdraw -> watching(caller);
          case Command.Reassign reassign -> watching(caller);
        };
    return Actor.of(caller, role);
  }

  private static Role answering(Notice notice, Caller caller) {
    return Stream.of(Role.OFFICER, Role.LEGAL_OFFICER, Role.SUPERVISOR)
        .filter(role -> notice.isOrder() && caller.is(role))
        .findFirst()
        .orElse(Role.OFFICER);
  }

  static Role watching(Caller caller) {
    return caller.is(Role.LEGAL_OFFICER) ? Role.LEGAL_OFFICER : Role.SUPERVISOR;
  }
}
