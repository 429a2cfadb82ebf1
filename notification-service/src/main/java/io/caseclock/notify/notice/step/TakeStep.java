package io.caseclock.notify.notice.step;

import io.caseclock.access.Caller;
import io.caseclock.contract.Names;
import io.caseclock.directory.Directory;
import io.caseclock.notify.message.StandIns;
import io.caseclock.notify.notice.Acting;
import io.caseclock.notify.notice.Actor;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeSettings;
import io.caseclock.notify.notice.Notices;
import io.caseclock.notify.notice.Outcome;
import io.caseclock.notify.notice.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a step of a notice, or says why not. */
public final class TakeStep {

  private final Notices notices;
  private final NoticeSteps steps;
  private final Directory directory;
  private final NoticeSettings settings;
  private final StandIns standIns;

  public TakeStep(
      Notices notices,
      NoticeSteps steps,
      Directory directory,
      NoticeSettings settings,
      StandIns standIns) {
    this.standIns = standIns;
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
  public Outcome<Notice> take(
      String id, Caller caller, Command command, @Nullable Integer expected, Instant now) {
    var found = caller.visibleUnit().flatMap(unit -> notices.lockedWithin(id, unit));
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.UNKNOWN);
    }
    var notice = found.get();
    var context = context(notice, caller, now);
    var refusal = StepRules.refusal(notice, caller, command, context);
    var isStale = expected != null && expected != notice.version();
    if (isStale && refusal.filter(Refusal::isAboutTheCaller).isEmpty()) {
      refusal = Optional.of(Refusal.STALE);
    }
    return refusal
        .map(why -> Outcome.<Notice>refused(why, notice, notices.lastStep(id).orElse(null)))
        .orElseGet(
            () ->
                Outcome.done(
                    steps.take(notice, actor(notice, caller, command, context), command, now)));
  }

  private static Actor actor(Notice notice, Caller caller, Command command, StepContext context) {
    return command.action().who().actor(notice, new Acting(caller, context.standsIn()));
  }

  /** The commands that the caller could give now. */
  public List<Command> allowed(Notice notice, Caller caller, Instant now) {
    return StepRules.allowed(notice, caller, context(notice, caller, now));
  }

  private StepContext context(Notice notice, Caller caller, Instant now) {
    var lower = notice.lower();
    return new StepContext(
        now.atZone(settings.zoneOr(notice.zone())).toLocalDate(),
        settings.longestPlanDays(),
        lower != null && notices.isOpen(lower),
        standIns.standsIn(caller.officer(), notice.officer(), now),
        officer ->
            directory
                .officer(officer)
                .filter(known -> directory.isWithin(known.unit(), notice.unit()))
                .isPresent());
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
}
