package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.pack.Rule;
import io.caseclock.pack.Trigger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ends a deadline: the act it asks for, or an event that takes its justification away,
 * whichever came first; at the same instant the act counts. Both null while it is open.
 */
record Ending(@Nullable CaseEvent stop, @Nullable CaseEvent cancel) {

  /**
   * A backward rule may be met before its reference event is known, but not by an act before its
   * last cancellation: that act was for what was cancelled. Others are met only after their start.
   */
  static Ending of(Rule rule, Timeline timeline, CaseEvent start) {
    var earliestAct =
        Engine.countsBack(rule) ? lastCancelledBefore(rule, timeline, start) : start.occurredAt();
    var stopped = first(rule.stops(), timeline, start, earliestAct);
    var cancelled = first(rule.cancels(), timeline, start, start.occurredAt());
    var isStoppedFirst =
        stopped != null
            && (cancelled == null || !stopped.occurredAt().isAfter(cancelled.occurredAt()));
    return isStoppedFirst ? new Ending(stopped, null) : new Ending(null, cancelled);
  }

  /** The same, unless this event, which takes the justification away, came first. */
  Ending orCancelledBy(CaseEvent event) {
    var end = at();
    return end != null && !event.occurredAt().isBefore(end) ? this : new Ending(null, event);
  }

  @Nullable CaseEvent event() {
    return stop == null ? cancel : stop;
  }

  /** When it ended; null while it is open. */
  @Nullable Instant at() {
    var event = event();
    return event == null ? null : event.occurredAt();
  }

  /**
   * The last instant whose facts count: the end, but never before the start's own; null for all.
   */
  @Nullable Instant factsUntil(CaseEvent start) {
    var end = at();
    return end == null || end.isAfter(start.occurredAt()) ? end : start.occurredAt();
  }

  private static Instant lastCancelledBefore(Rule rule, Timeline timeline, CaseEvent start) {
    var last = Instant.MIN;
    for (var trigger : rule.cancels()) {
      var events = timeline.matching(trigger, start.subject());
      var before = Timeline.before(events, start.occurredAt());
      while (before < events.size() && Timeline.BY_TIME.compare(events.get(before), start) < 0) {
        before++;
      }
      if (before > 0 && events.get(before - 1).occurredAt().isAfter(last)) {
        last = events.get(before - 1).occurredAt();
      }
    }
    return last;
  }

  private static @Nullable CaseEvent first(
      List<Trigger> triggers, Timeline timeline, CaseEvent start, Instant notBefore) {
    CaseEvent first = null;
    for (var i = 0; i < triggers.size(); i++) {
      var trigger = triggers.get(i);
      var event = first(timeline.matching(trigger, start.subject()), start, notBefore);
      if (event != null && (first == null || Timeline.BY_TIME.compare(event, first) < 0)) {
        first = event;
      }
    }
    return first;
  }

  /** All are of one type, oldest first. */
  private static @Nullable CaseEvent first(
      List<CaseEvent> events, CaseEvent start, Instant notBefore) {
    if (events.isEmpty()) {
      return null;
    }
    var isOfTheSameType = events.getFirst().type().equals(start.type());
    var from = Timeline.before(events, isOfTheSameType ? start.occurredAt() : notBefore);
    while (from < events.size() && !isLater(events.get(from), start, notBefore)) {
      from++;
    }
    return from == events.size() ? null : events.get(from);
  }

  /** Of two entries of the same event at the same instant, the later one stays open. */
  private static boolean isLater(CaseEvent event, CaseEvent start, Instant notBefore) {
    return event.type().equals(start.type())
        ? Timeline.BY_TIME.compare(event, start) > 0
        : !event.occurredAt().isBefore(notBefore);
  }
}
