package io.caseclock.bench.others;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.period.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an engine says of a deadline by a plain rule.
 *
 * @param start id of the event that started it
 * @param endedAt null while it is open
 */
public record PlainDeadline(
    String rule, String start, Due due, DeadlineStatus status, @Nullable Instant endedAt) {

  private static final Comparator<PlainDeadline> BY_RULE =
      Comparator.comparing(PlainDeadline::rule).thenComparing(PlainDeadline::start);

  /** Due to the hour. */
  public static PlainDeadline afterHours(
      String rule,
      Happened start,
      int hours,
      @Nullable Instant doneAt,
      @Nullable Instant cancelledAt,
      Instant now) {
    var at = start.at().plus(Duration.ofHours(hours));
    var due = new Due(at, at.atZone(start.zone()).toLocalDate(), true, false);
    return of(rule, start, due, doneAt, cancelledAt, now);
  }

  /** Due at the end of a day; the day of the start is day zero. */
  public static PlainDeadline afterDays(
      String rule,
      Happened start,
      int days,
      @Nullable Instant doneAt,
      @Nullable Instant cancelledAt,
      Instant now) {
    var on = start.on().plusDays(days);
    var at = on.plusDays(1).atStartOfDay(start.zone()).toInstant();
    return of(rule, start, new Due(at, on, false, false), doneAt, cancelledAt, now);
  }

  /** By what was first, the act or the cancellation; of the same instant, by the act. */
  private static PlainDeadline of(
      String rule,
      Happened start,
      Due due,
      @Nullable Instant doneAt,
      @Nullable Instant cancelledAt,
      Instant now) {
    if (doneAt != null && (cancelledAt == null || !cancelledAt.isBefore(doneAt))) {
      var status = due.isPassedAt(doneAt) ? DeadlineStatus.MET_LATE : DeadlineStatus.MET;
      return new PlainDeadline(rule, start.id(), due, status, doneAt);
    }
    if (cancelledAt != null) {
      return new PlainDeadline(rule, start.id(), due, DeadlineStatus.CANCELLED, cancelledAt);
    }
    var status = due.isPassedAt(now) ? DeadlineStatus.BREACHED : DeadlineStatus.RUNNING;
    return new PlainDeadline(rule, start.id(), due, status, null);
  }

  /** The same of the engine's own, sorted by rule and start. */
  public static List<PlainDeadline> of(List<Deadline> deadlines) {
    return sorted(deadlines.stream().map(PlainDeadline::of).toList());
  }

  /** By rule and start. */
  public static List<PlainDeadline> sorted(List<PlainDeadline> deadlines) {
    return deadlines.stream().sorted(BY_RULE).toList();
  }

  private static PlainDeadline of(Deadline deadline) {
    var state = deadline.state();
    return new PlainDeadline(
        deadline.rule().id(),
        deadline.key().start().id(),
        state.dueOrWasDue().orElseThrow(),
        state.status(),
        state.endedAt().orElse(null));
  }
}
