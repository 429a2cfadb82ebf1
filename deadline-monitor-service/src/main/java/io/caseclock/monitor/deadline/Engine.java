package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.calendar.WorkingCalendar;
import io.caseclock.pack.Direction;
import io.caseclock.pack.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The one function of the suite: rules, calendar, a case's events and now give every deadline with
 * its state. It reads the whole timeline each time, so late, repeated, corrected, withdrawn and
 * out-of-order events need no treatment of their own.
 */
public final class Engine {

  private final RuleBook book;
  private final WorkingCalendar calendar;

  public Engine(RuleBook book, WorkingCalendar calendar) {
    this.book = book;
    this.calendar = calendar;
  }

  /** Every deadline of the case as of {@code now}, without traces. */
  public List<Deadline> evaluate(Timeline timeline, Instant now) {
    return run(timeline, now, Trace.OFF);
  }

  /** The same deadlines, each with the steps that led to it. */
  public List<Deadline> explain(Timeline timeline, Instant now) {
    return run(timeline, now, () -> new Trace.Recording(book));
  }

  private List<Deadline> run(Timeline timeline, Instant now, Trace.Source traces) {
    List<Deadline> deadlines = new ArrayList<>();
    var facts = new Facts(book.facts(), timeline);
    Set<Rule> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (var type : timeline.types()) {
      for (var rule : book.startedBy(type)) {
        if (seen.add(rule)) {
          follow(rule, timeline, facts, now, traces, deadlines);
        }
      }
    }
    deadlines.sort(Deadlines.BY_START);
    return deadlines;
  }

  /**
   * Follows one rule through the timeline; an event that restarts a period opens no second one for
   * the same subject.
   */
  private void follow(
      Rule rule,
      Timeline timeline,
      Facts facts,
      Instant now,
      Trace.Source traces,
      List<Deadline> deadlines) {
    Set<CaseEvent> usedAsRestart = Collections.newSetFromMap(new IdentityHashMap<>());
    for (var start : starts(rule, timeline)) {
      if (!usedAsRestart.contains(start)) {
        var day = Course.referenceDay(rule, start, book.zone());
        var version = rule.versionOn(day);
        if (version.isPresent()) {
          var course = new Course(book, calendar, timeline, facts, rule, version.get(), start);
          if (course.applies()) {
            deadlines.add(course.deadline(now, traces.begin()));
            course.restarts().stream()
                .filter(event -> event.subject().equals(start.subject()))
                .forEach(usedAsRestart::add);
          }
        }
      }
    }
  }

  private static List<CaseEvent> starts(Rule rule, Timeline timeline) {
    if (rule.starts().size() == 1) {
      return timeline.ofType(rule.starts().getFirst());
    }
    return rule.starts().stream()
        .flatMap(type -> timeline.ofType(type).stream())
        .sorted(Timeline.BY_TIME)
        .toList();
  }

  /** Whether a rule counts back from a day that its event names. */
  static boolean countsBack(Rule rule) {
    return rule.direction() == Direction.BACKWARD;
  }
}
