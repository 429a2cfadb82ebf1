package io.caseclock.local.secondengine;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.Subject;
import io.caseclock.pack.Fact;
import io.caseclock.pack.Tolling;
import io.caseclock.pack.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file of one case: what happened, in its order. */
final class NaiveFile {

  private static final Comparator<CaseEvent> BY_TIME =
      Comparator.comparing(CaseEvent::occurredAt).thenComparing(CaseEvent::eventId);

  private final List<CaseEvent> events;

  /**
   * @param events in any order; of the same instant, the identity decides
   */
  NaiveFile(List<CaseEvent> events) {
    this.events = events.stream().sorted(BY_TIME).toList();
  }

  List<CaseEvent> events() {
    return events;
  }

  /** The event of that id, which is there. */
  CaseEvent event(String id) {
    return events.stream().filter(one -> one.eventId().id().equals(id)).findFirst().orElseThrow();
  }

  boolean isBefore(CaseEvent one, CaseEvent other) {
    return BY_TIME.compare(one, other) < 0;
  }

  /** Events of the deadline's own subject, or of the whole case where the rule says so. */
  static boolean isHeard(Trigger trigger, CaseEvent event, Subject subject) {
    return trigger.event().equals(event.type())
        && (trigger.scope() == Trigger.Scope.CASE || event.subject().equals(subject));
  }

  static boolean isAny(List<Trigger> triggers, CaseEvent event, Subject subject) {
    for (var trigger : triggers) {
      if (isHeard(trigger, event, subject)) {
        return true;
      }
    }
    return false;
  }

  private List<CaseEvent> heard(Trigger trigger, Subject subject) {
    List<CaseEvent> heard = new ArrayList<>();
    for (var event : events) {
      if (isHeard(trigger, event, subject)) {
        heard.add(event);
      }
    }
    return heard;
  }

  /** Each beginning up to an instant, with the first free end at or after it. */
  List<NaiveSpan> spans(Tolling pair, Subject subject, Instant until) {
    var ends = heard(pair.to(), subject);
    List<NaiveSpan> spans = new ArrayList<>();
    for (var begin : heard(pair.from(), subject)) {
      var end = endOf(begin, ends);
      if (end != null) {
        ends.remove(end);
      }
      if (!begin.occurredAt().isAfter(until)) {
        spans.add(new NaiveSpan(begin.occurredAt(), end == null ? null : end.occurredAt()));
      }
    }
    return spans;
  }

  /** One of its own subject, else of the case; what began for the case, any subject's. */
  private static @Nullable CaseEvent endOf(CaseEvent begin, List<CaseEvent> ends) {
    CaseEvent other = null;
    for (var end : ends) {
      if (!end.occurredAt().isBefore(begin.occurredAt())) {
        if (end.subject().equals(begin.subject())) {
          return end;
        }
        var isForIt = begin.subject().isCase() || end.subject().isCase();
        other = other == null && isForIt ? end : other;
      }
    }
    return other;
  }

  /** By what was last said; of the case, whether anybody in it is in custody. */
  boolean isInCustody(Subject subject, Instant by) {
    if (Boolean.TRUE.equals(said("custody", subject, by))) {
      return true;
    }
    for (var event : events) {
      if (subject.isCase() && Boolean.TRUE.equals(said("custody", event.subject(), by))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the fact has one of these values, by what was last said or else by default. */
  boolean holds(Fact fact, Set<Object> allowed, Subject subject, Instant by) {
    var said = said(fact.name(), subject, by);
    return allowed.contains(said == null ? fact.otherwise() : said);
  }

  /** What was last said of the subject itself, or else of the case. */
  private @Nullable Object said(String fact, Subject subject, Instant by) {
    Object ofItself = null;
    Object ofCase = null;
    for (var event : events) {
      var value = event.occurredAt().isAfter(by) ? null : event.facts().get(fact);
      if (value != null && event.subject().equals(subject)) {
        ofItself = value;
      }
      if (value != null && (event.subject().isCase() || isIncident(event.subject()))) {
        ofCase = value;
      }
    }
    return ofItself == null ? ofCase : ofItself;
  }

  private static boolean isIncident(Subject subject) {
    return subject.kind().equals("incident");
  }
}
