package io.caseclock.local.secondengine;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.local.secondengine.NaiveDeadline.NaiveDue;
import io.caseclock.pack.Bound;
import io.caseclock.pack.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How a deadline stands, once it is known when it is due and how it ended.
 *
 * @param start id of the event that started it
 * @param version id of the version of the rule
 * @param run when its period began
 * @param refused how many approvals moved nothing
 */
record NaiveState(Rule rule, ZoneId zone, String start, String version, Instant run, int refused) {

  NaiveDeadline pausedSince(LocalDate day) {
    return new NaiveDeadline(
        rule.id(), start, version, run, refused, DeadlineStatus.PAUSED, day, null, null, null);
  }

  NaiveDeadline at(NaiveDue due, NaiveEnd end) {
    if (rule.bound() == Bound.MINIMUM) {
      return minimum(due, end);
    }
    if (end.by() == null) {
      return open(due, end.until());
    }
    return end.isCancelled() ? cancelled(due, end.until()) : done(due, end.until());
  }

  /** A right that was not used in time lapses with its last instant; a duty is breached. */
  private NaiveDeadline open(NaiveDue due, Instant now) {
    if (!due.isPassedAt(now)) {
      return is(DeadlineStatus.RUNNING, due, null);
    }
    return rule.lapses()
        ? is(DeadlineStatus.LAPSED, due, due.at())
        : is(DeadlineStatus.BREACHED, due, null);
  }

  /** A right that was used too late had lapsed by then. */
  private NaiveDeadline done(NaiveDue due, Instant at) {
    if (rule.lapses() && due.isPassedAt(at)) {
      return is(DeadlineStatus.LAPSED, due, due.at());
    }
    return is(due.isPassedAt(at) ? DeadlineStatus.MET_LATE : DeadlineStatus.MET, due, at);
  }

  /** Late by then, it keeps its due day; a right that had lapsed by then cannot be cancelled. */
  private NaiveDeadline cancelled(NaiveDue due, Instant at) {
    if (!due.isPassedAt(at)) {
      return is(DeadlineStatus.CANCELLED, null, at);
    }
    return rule.lapses()
        ? is(DeadlineStatus.LAPSED, due, due.at())
        : is(DeadlineStatus.CANCELLED, due, at);
  }

  /** Once it has run it is kept; an act on its last day keeps it, one before cuts it short. */
  private NaiveDeadline minimum(NaiveDue due, NaiveEnd end) {
    if (!end.until().isBefore(due.at())) {
      return is(DeadlineStatus.MET, due, due.at());
    }
    if (end.by() == null) {
      return is(DeadlineStatus.RUNNING, due, null);
    }
    if (end.isCancelled()) {
      return is(DeadlineStatus.CANCELLED, null, end.until());
    }
    var isOnItsLastDay = end.until().atZone(zone).toLocalDate().equals(due.on());
    return is(
        isOnItsLastDay && !due.exact() ? DeadlineStatus.MET : DeadlineStatus.CUT_SHORT,
        due,
        end.until());
  }

  private NaiveDeadline is(
      DeadlineStatus status, @Nullable NaiveDue due, @Nullable Instant endedAt) {
    return new NaiveDeadline(
        rule.id(), start, version, run, refused, status, null, due, null, endedAt);
  }
}
