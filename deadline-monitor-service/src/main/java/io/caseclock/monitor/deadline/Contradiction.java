package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.monitor.limit.Budget;
import io.caseclock.monitor.limit.CaseLimits;
import io.caseclock.monitor.limit.OverLimitException;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.pack.Tolling;
import io.caseclock.pack.Trigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    return in(timeline, deadlines, new Budget(CaseLimits.DEFAULT));
  }

  /**
   * The same; ends with an {@link OverLimitException} once there are more than the budget allows.
   */
  public static List<Contradiction> in(Timeline timeline, List<Deadline> deadlines, Budget budget) {
    var search = new Search(timeline, budget);
    deadlines.forEach(
        deadline -> deadline.contributors().stream().skip(1).forEach(search.used::add));
    for (var deadline : deadlines) {
      if (deadline.state().endedAt().isEmpty() && !Engine.countsBack(deadline.rule())) {
        search.look(deadline);
      }
    }
    return search.found;
  }

  /** A stable name, so that it is told once however often the case is evaluated. */
  public String id() {
    return kind + ":" + end.eventId() + ":" + beginning.eventId();
  }

  /**
   * Looks at each end once for each rule that listens to it: whether it lies before a beginning,
   * and whether it was told, does not change by then.
   */
  private static final class Search {

    private final Timeline timeline;
    private final Budget budget;
    private final Set<EventId> used = new HashSet<>();
    private final Set<EventId> told = new HashSet<>();
    private final Map<Heard, Integer> looked = new HashMap<>();
    private final List<Contradiction> found = new ArrayList<>();

    Search(Timeline timeline, Budget budget) {
      this.timeline = timeline;
      this.budget = budget;
    }

    void look(Deadline deadline) {
      var rule = deadline.rule();
      var start = timeline.event(deadline.key().start());
      for (var trigger : rule.stops()) {
        if (!rule.starts().contains(trigger.event())) {
          var key = new Heard(rule.id(), trigger, subject(trigger, start.subject()));
          var ends = timeline.matching(trigger, start.subject());
          ends(Kind.DONE_BEFORE_BEGUN, key, ends, start);
        }
      }
      for (var pair : deadline.version().tolling()) {
        spans(pair, deadline);
      }
    }

    private void spans(Tolling pair, Deadline deadline) {
      var subject = deadline.key().subject();
      var key = new Heard(deadline.rule().id(), pair, subject(pair.from(), pair.to(), subject));
      if (looked.putIfAbsent(key, 0) == null) {
        for (var span : timeline.spans(pair, subject)) {
          if (span.to() == null) {
            var kind = Kind.SPAN_ENDS_BEFORE_IT_BEGINS;
            ends(kind, key, timeline.matching(pair.to(), subject), span.from());
          }
        }
      }
    }

    private void ends(Kind kind, Heard key, List<CaseEvent> ends, CaseEvent beginning) {
      var until = Timeline.before(ends, beginning.occurredAt());
      for (var i = looked.getOrDefault(key, 0); i < until; i++) {
        var end = ends.get(i);
        if (!used.contains(end.eventId()) && told.add(end.eventId())) {
          budget.finding();
          found.add(new Contradiction(kind, key.rule(), end, beginning));
        }
      }
      looked.merge(key, until, Math::max);
    }

    private static @Nullable Subject subject(Trigger trigger, Subject own) {
      return trigger.scope() == Trigger.Scope.CASE ? null : own;
    }

    private static @Nullable Subject subject(Trigger from, Trigger to, Subject own) {
      return subject(from, own) == null && subject(to, own) == null ? null : own;
    }
  }

  /** Whose events were looked at on whose behalf; no subject where it is the same for all. */
  private record Heard(String rule, Object what, @Nullable Subject whose) {}
}
