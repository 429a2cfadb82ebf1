package io.caseclock.notify.console.notice;

import io.caseclock.notify.notice.NoticeDeadline;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.packs.RulePacks;
import io.caseclock.pack.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a notice is due next.
 *
 * @param due null where nothing is, or where the monitor has yet to tell it
 * @param isBeingWorkedOut whether a step of a moment ago ended what was due until then
 */
record NextDue(@Nullable NoticeDeadline due, boolean isBeingWorkedOut) {

  /** So long the monitor may take to hear of a step; what is due even then is shown. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /**
   * @param told by the monitor last; null where nothing is due
   * @param history oldest first
   */
  static NextDue of(
      @Nullable NoticeDeadline told, List<NoticeStep> history, RulePacks packs, Instant now) {
    var isOver =
        told != null
            && packs
                .rule(told.rule())
                .filter(rule -> wasEnded(rule, history, now.minus(PATIENCE)))
                .isPresent();
    return new NextDue(isOver ? null : told, isOver);
  }

  /** A step that begins it anew, as a plan in the place of another, ends nothing. */
  private static boolean wasEnded(Rule rule, List<NoticeStep> history, Instant since) {
    return history.reversed().stream()
        .filter(step -> starts(rule, step) || ends(rule, step))
        .findFirst()
        .filter(step -> !starts(rule, step) && step.at().isAfter(since))
        .isPresent();
  }

  private static boolean starts(Rule rule, NoticeStep step) {
    return rule.starts().contains(step.kind().eventType());
  }

  private static boolean ends(Rule rule, NoticeStep step) {
    return Stream.concat(rule.stops().stream(), rule.cancels().stream())
        .anyMatch(trigger -> trigger.event().equals(step.kind().eventType()));
  }
}
