package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.deadline.Extensions.Outcome;
import io.caseclock.monitor.deadline.RefusedExtension.Reason;
import io.caseclock.monitor.period.Period;
import io.caseclock.monitor.period.PeriodEnd;
import io.caseclock.monitor.timeline.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks a period through what happened to it, by date: a span or an approval counts only if it came
 * on or before the last day as it then stood (the rolled one, if rolled); late approval does not
 * cure. Overlapping spans count once. For one use.
 */
final class PeriodWalk {

  private final Evaluation evaluation;
  private final Extensions extensions;
  private final @Nullable Instant endedAt;
  private final List<PeriodStep> steps = new ArrayList<>(0);
  private Period period;
  private PeriodEnd end;
  private @Nullable LocalDate leftOutUntil;
  private @Nullable Instant timeLeftOutUntil;
  private @Nullable LocalDate pausedSince;
  private @Nullable Instant pausedAt;
  private Duration excluded = Duration.ZERO;
  private Instant excludedUntil = Instant.MIN;
  private Instant standsStillUntil = Instant.MIN;
  private boolean endsStandingStill;

  /**
   * @param endedAt when the deadline ended; null while it is open
   */
  PeriodWalk(
      Evaluation evaluation, Period period, Extensions extensions, @Nullable Instant endedAt) {
    this.evaluation = evaluation;
    this.extensions = extensions;
    this.endedAt = endedAt;
    this.period = period;
    this.end = period.end();
  }

  /** Takes each change in turn. */
  WalkResult through(List<PeriodChange> changes) {
    var first = end;
    for (var change : changes) {
      evaluation.budget().compared(period.daysToLookAt());
      steps.add(
          switch (change) {
            case PeriodChange.Approval approval -> extended(approval.event());
            case PeriodChange.Suspension suspension -> leftOut(suspension.span(), suspension.at());
          });
    }
    return new WalkResult(period, first, end, steps, pausedSince, ledger());
  }

  private ClockLedger ledger() {
    var extended = steps.stream().anyMatch(PeriodStep.Extended.class::isInstance);
    return new ClockLedger(extended, excluded, pausedAt);
  }

  /** Spans come by their beginning, so that what overlaps is left out once. */
  private void standStill(Instant since, Instant until) {
    var from = later(since, excludedUntil);
    if (pausedAt == null && until.isAfter(from)) {
      excluded = excluded.plus(Duration.between(from, until));
      excludedUntil = until;
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private PeriodStep extended(CaseEvent approval) {
    var before = end.due();
    var outcome =
        isInTime(approval.occurredAt())
            ? extensions.use(approval)
            : new Outcome.Refused(Reason.LATE);
    return switch (outcome) {
      case Outcome.Granted granted ->
          new PeriodStep.Extended(approval, granted, becomes(period.plus(granted.adds())));
      case Outcome.Refused refusal -> new PeriodStep.Refused(approval, refusal.reason(), before);
    };
  }

  private PeriodStep leftOut(Span span, Instant since) {
    if (!isInTime(since)) {
      return new PeriodStep.TooLate(span, since, end.due());
    }
    var until = endOf(span);
    if (until == null) {
      var day = evaluation.dayOf(since);
      pausedSince = pausedSince == null ? day : pausedSince;
      pausedAt = pausedAt == null ? later(since, excludedUntil) : pausedAt;
      return new PeriodStep.Paused(span, day);
    }
    standStill(since, until);
    standsStillUntil = later(until, standsStillUntil);
    endsStandingStill = endsStandingStill || !until.equals(ownEnd(span));
    return period.isInHours() ? timeLeftOut(span, since, until) : daysLeftOut(span, since, until);
  }

  /** Its own end or that of the deadline, whichever came first; null while both last. */
  private @Nullable Instant endOf(Span span) {
    var end = ownEnd(span);
    return end == null || (endedAt != null && endedAt.isBefore(end)) ? endedAt : end;
  }

  private static @Nullable Instant ownEnd(Span span) {
    return span.to() == null ? null : span.to().occurredAt();
  }

  private PeriodStep daysLeftOut(Span span, Instant since, Instant until) {
    var first = evaluation.dayOf(since);
    var to = evaluation.dayOf(until);
    var from = leftOutUntil != null && leftOutUntil.isAfter(first) ? leftOutUntil : first;
    if (!to.isAfter(from)) {
      return new PeriodStep.DaysLeftOut(span, bounds(span, until), first, first, becomes(period));
    }
    leftOutUntil = to;
    var after = becomes(period.without(from, to, span.names()));
    return new PeriodStep.DaysLeftOut(span, bounds(span, until), from, to, after);
  }

  private PeriodStep timeLeftOut(Span span, Instant since, Instant to) {
    var from =
        timeLeftOutUntil != null && timeLeftOutUntil.isAfter(since) ? timeLeftOutUntil : since;
    if (!to.isAfter(from)) {
      return new PeriodStep.TimeLeftOut(span, bounds(span, to), since, since, end);
    }
    timeLeftOutUntil = to;
    var after = becomes(period.without(Duration.between(from, to)));
    return new PeriodStep.TimeLeftOut(span, bounds(span, to), from, to, after);
  }

  /** The event that began it, and the one that ended it unless the deadline ended first. */
  private static List<EventId> bounds(Span span, Instant until) {
    return span.to() == null || span.to().occurredAt().isAfter(until)
        ? List.of(span.from().eventId())
        : List.of(span.from().eventId(), span.to().eventId());
  }

  private PeriodEnd becomes(Period next) {
    period = next;
    end = next.end();
    if (endsStandingStill && endedAt != null) {
      end = end.reaching(endedAt, evaluation.days());
    }
    return end;
  }

  /** While paused nothing expires; else on or before the last day, or instant, as it now stands. */
  private boolean isInTime(Instant at) {
    return pausedSince != null || at.isBefore(standsStillUntil) || !end.due().isPassedAt(at);
  }
}
