package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.deadline.Extensions.Outcome;
import io.caseclock.monitor.deadline.RefusedExtension.Reason;
import io.caseclock.pack.RuleVersion;
import io.caseclock.pack.Term;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks a period through what happened to it, by date: a span or an approval counts only if it came
 * on or before the last day as it then stood (the rolled one, if rolled); late approval does not
 * cure. Overlapping spans count once.
 */
final class Walk {

  /** Something that may move the due instant. */
  sealed interface Step {

    CaseEvent event();

    Instant at();

    record Approval(CaseEvent event) implements Step {
      @Override
      public Instant at() {
        return event.occurredAt();
      }
    }

    /**
     * @param at when it began to matter: its beginning, or the start of the period where it was
     *     under way by then
     */
    record Tolled(Span span, Instant at) implements Step {
      @Override
      public CaseEvent event() {
        return span.from();
      }
    }
  }

  private final RuleBook book;
  private final Period period;
  private final Extensions extensions;
  private final @Nullable Instant endedAt;
  private final Trace trace;
  private final List<EventId> contributors;
  private final RefusedExtensions refused;
  private @Nullable LocalDate tolledUntil;
  private @Nullable Instant tolledUntilTime;
  private @Nullable LocalDate pausedSince;

  Walk(
      RuleBook book,
      RuleVersion version,
      Period period,
      Term term,
      @Nullable Instant endedAt,
      Trace trace,
      List<EventId> contributors,
      RefusedExtensions refused) {
    this.book = book;
    this.period = period;
    this.extensions = new Extensions(book, version, term);
    this.endedAt = endedAt;
    this.trace = trace;
    this.contributors = contributors;
    this.refused = refused;
  }

  Period period() {
    return period;
  }

  boolean isPaused() {
    return pausedSince != null;
  }

  /** First day of the span that still lasts; null where none does. */
  @Nullable LocalDate pausedSince() {
    return pausedSince;
  }

  void take(Step step) {
    switch (step) {
      case Step.Approval approval -> extend(approval.event());
      case Step.Tolled tolled -> toll(tolled.span(), tolled.at());
    }
  }

  private void extend(CaseEvent approval) {
    var before = period.due();
    var outcome =
        isInTime(approval.occurredAt(), before)
            ? extensions.use(approval)
            : new Outcome.Refused(Reason.LATE);
    switch (outcome) {
      case Outcome.Granted granted -> {
        period.add(granted.adds());
        contributors.add(approval.eventId());
        trace.extended(book.zone(), approval, granted, period);
      }
      case Outcome.Refused refusal -> {
        if (refused.add(new RefusedExtension(approval.eventId(), refusal.reason()))) {
          trace.refused(book.zone(), approval, refusal.reason(), before);
        }
      }
    }
  }

  private void toll(Span span, Instant since) {
    var before = period.due();
    if (!isInTime(since, before)) {
      trace.ignored(book.zone(), span, since, before);
      return;
    }
    contributors.add(span.from().eventId());
    var end = endOf(span);
    if (end == null) {
      var day = dayOf(since);
      pausedSince = pausedSince == null ? day : pausedSince;
      trace.paused(span, day);
      return;
    }
    if (span.to() != null && !span.to().occurredAt().isAfter(end)) {
      contributors.add(span.to().eventId());
    }
    if (period.isInHours()) {
      tollTime(span, since, end);
    } else {
      tollDays(span, dayOf(since), dayOf(end));
    }
  }

  /** Its own end or that of the deadline, whichever came first; null while both last. */
  private @Nullable Instant endOf(Span span) {
    if (span.to() == null) {
      return endedAt;
    }
    var end = span.to().occurredAt();
    return endedAt != null && endedAt.isBefore(end) ? endedAt : end;
  }

  private void tollDays(Span span, LocalDate since, LocalDate to) {
    var from = tolledUntil != null && tolledUntil.isAfter(since) ? tolledUntil : since;
    if (to.isAfter(from)) {
      period.skipDays(from, to);
      tolledUntil = to;
      trace.tolled(span, from, to, period);
    } else {
      trace.tolled(span, since, since, period);
    }
  }

  private void tollTime(Span span, Instant since, Instant to) {
    var from = tolledUntilTime != null && tolledUntilTime.isAfter(since) ? tolledUntilTime : since;
    if (to.isAfter(from)) {
      period.skipTime(Duration.between(from, to));
      tolledUntilTime = to;
      trace.tolled(book.zone(), span, from, to, period);
    } else {
      trace.tolled(book.zone(), span, since, since, period);
    }
  }

  private LocalDate dayOf(Instant at) {
    return at.atZone(book.zone()).toLocalDate();
  }

  /** While paused nothing expires; else on or before the last day, or instant, as it now stands. */
  private boolean isInTime(Instant at, Due due) {
    return isPaused() || !due.isPassedAt(at);
  }
}
