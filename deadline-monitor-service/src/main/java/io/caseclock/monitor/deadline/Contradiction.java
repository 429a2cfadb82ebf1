package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.pack.Rule;
import io.caseclock.pack.Trigger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Two events of a case that cannot both be right: an end that lies before its beginning and ends
 * nothing else. Both are kept and the other deadlines still hold; people are told.
 *
 * @param kind what lies before what
 * @param end the event that comes too early
 * @param beginning the event it should have followed
 */
public record Contradiction(Kind kind, String rule, CaseEvent end, CaseEvent beginning) {

  /** What contradicts what. */
  public enum Kind {
    /** A step was done before the event that asks for it: closed before it was filed. */
    DONE_BEFORE_BEGUN,
    /** A span that does not count ended before it began. */
    SPAN_ENDS_BEFORE_IT_BEGINS
  }

  /**
   * The contradictions of a case.
   *
   * @param deadlines what the engine made of the same timeline
   */
  public static List<Contradiction> in(Timeline timeline, List<Deadline> deadlines) {
    Set<EventId> used = new HashSet<>();
    deadlines.forEach(deadline -> deadline.contributors().stream().skip(1).forEach(used::add));
    List<Contradiction> found = new ArrayList<>();
    Set<EventId> told = new HashSet<>();
    for (var deadline : deadlines) {
      if (deadline.state().endedAt().isEmpty() && !Engine.countsBack(deadline.rule())) {
        var start = timeline.event(deadline.key().start());
        Stream.concat(
                earlyEnds(deadline.rule(), timeline, start), earlySpanEnds(deadline, timeline))
            .filter(contradiction -> !used.contains(contradiction.end().eventId()))
            .filter(contradiction -> told.add(contradiction.end().eventId()))
            .forEach(found::add);
      }
    }
    return found;
  }

  /** A stable name, so that it is told once however often the case is evaluated. */
  public String id() {
    return kind + ":" + end.eventId() + ":" + beginning.eventId();
  }

  private static Stream<Contradiction> earlyEnds(Rule rule, Timeline timeline, CaseEvent start) {
    return rule.stops().stream()
        .filter(trigger -> !rule.starts().contains(trigger.event()))
        .flatMap(trigger -> timeline.matching(trigger, start.subject()).stream())
        .filter(event -> event.occurredAt().isBefore(start.occurredAt()))
        .map(event -> new Contradiction(Kind.DONE_BEFORE_BEGUN, rule.id(), event, start));
  }

  private static Stream<Contradiction> earlySpanEnds(Deadline deadline, Timeline timeline) {
    return deadline.version().tolling().stream()
        .flatMap(
            pair ->
                Span.pair(timeline, pair, deadline.key().subject()).stream()
                    .filter(span -> span.to() == null)
                    .flatMap(span -> endsBefore(span, pair.to(), deadline, timeline)));
  }

  private static Stream<Contradiction> endsBefore(
      Span open, Trigger to, Deadline deadline, Timeline timeline) {
    return timeline.matching(to, deadline.key().subject()).stream()
        .filter(end -> end.occurredAt().isBefore(open.from().occurredAt()))
        .map(
            end ->
                new Contradiction(
                    Kind.SPAN_ENDS_BEFORE_IT_BEGINS, deadline.rule().id(), end, open.from()));
  }
}
