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

    default Instant at() {
      return event().occurredAt();
    }

    record Approval(CaseEvent event) implements Step {}

    record Tolled(Span span) implements Step {
      @Override
      public CaseEvent event() {
        return span.from();
      }
    }
  }

  private final RuleBook book;
  private final Period period;
  private final Extensions extensions;
  private final Instant now;
  private final @Nullable Instant endedAt;
  private final Trace trace;
  private final List<EventId> contributors;
  private final List<RefusedExtension> refused;
  private @Nullable LocalDate tolledUntil;
  private @Nullable Instant tolledUntilTime;
  private @Nullable LocalDate pausedSince;

  Walk(
      RuleBook book,
      RuleVersion version,
      Period period,
      Term term,
      Instant now,
      @Nullable Instant endedAt,
      Trace trace,
      List<EventId> contributors,
      List<RefusedExtension> refused) {
    this.book = book;
    this.period = period;
    this.extensions = new Extensions(book, version, term);
    this.now = now;
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
      case Step.Tolled tolled -> toll(tolled.span());
    }
  }

  private void extend(CaseEvent approval) {
    var before = period.due();
    var outcome =
        isInTime(approval, before) ? extensions.use(approval) : new Outcome.Refused(Reason.LATE);
    switch (outcome) {
      case Outcome.Granted granted -> {
        period.add(granted.adds());
        contributors.add(approval.eventId());
        trace.extended(book.zone(), approval, granted, before, period.due());
      }
      case Outcome.Refused refusal -> {
        refused.add(new RefusedExtension(approval.eventId(), refusal.reason()));
        trace.refused(book.zone(), approval, refusal.reason(), before);
      }
    }
  }

  private void toll(Span span) {
    var before = period.due();
    if (!isInTime(span.from(), before)) {
      trace.ignored(book.zone(), span, before);
      return;
    }
    contributors.add(span.from().eventId());
    if (span.to() != null) {
      contributors.add(span.to().eventId());
    }
    if (isOpen(span)) {
      pausedSince = pausedSince == null ? span.firstDay(book.zone()) : pausedSince;
      trace.paused(book.zone(), span, before);
      return;
    }
    if (period.isInHours()) {
      tollTime(span);
    } else {
      tollDays(span);
    }
    trace.tolled(book.zone(), span, before, period.due());
  }

  /** Open for good only while the deadline itself is; its end closes every span. */
  private boolean isOpen(Span span) {
    return span.to() == null && endedAt == null;
  }

  private void tollDays(Span span) {
    var from = span.firstDay(book.zone());
    if (tolledUntil != null && tolledUntil.isAfter(from)) {
      from = tolledUntil;
    }
    var to = span.lastDay(book.zone(), lastMoment().atZone(book.zone()).toLocalDate());
    if (to.isAfter(from)) {
      period.skipDays(from, to);
      tolledUntil = to;
    }
  }

  private void tollTime(Span span) {
    var from = span.from().occurredAt();
    if (tolledUntilTime != null && tolledUntilTime.isAfter(from)) {
      from = tolledUntilTime;
    }
    var to = span.end(lastMoment());
    if (to.isAfter(from)) {
      period.skipTime(Duration.between(from, to));
      tolledUntilTime = to;
    }
  }

  private Instant lastMoment() {
    return endedAt == null ? now : endedAt;
  }

  /** While paused nothing expires; else on or before the last day, or instant, as it now stands. */
  private boolean isInTime(CaseEvent event, Due due) {
    return isPaused() || !due.isPassedAt(event.occurredAt());
  }
}
