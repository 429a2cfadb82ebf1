package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.limit.Budget;
import io.caseclock.monitor.limit.CaseLimits;
import io.caseclock.monitor.limit.OverLimitException;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.pack.Direction;
import io.caseclock.pack.Rule;
import io.caseclock.time.LegalDays;
import io.caseclock.time.WorkingCalendar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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

  /** Every deadline of the case as of {@code now}, without traces, within the usual limits. */
  public List<Deadline> evaluate(Timeline timeline, Instant now) {
    return evaluate(timeline, now, new Budget(CaseLimits.DEFAULT));
  }

  /**
   * Every deadline of the case as of {@code now}, without traces; ends with an {@link
   * OverLimitException} as soon as it would cost more than is left.
   */
  public List<Deadline> evaluate(Timeline timeline, Instant now, Budget budget) {
    return explain(timeline, now, none -> false, budget);
  }

  /** The same deadlines, each with the steps that led to it. */
  public List<Deadline> explain(Timeline timeline, Instant now) {
    return explain(timeline, now, any -> true, new Budget(CaseLimits.DEFAULT));
  }

  /** The same deadlines; those that are wanted with the steps that led to them. */
  public List<Deadline> explain(
      Timeline timeline, Instant now, Predicate<DeadlineKey> wanted, Budget budget) {
    var facts = timeline.facts(book.facts());
    var evaluation = new Evaluation(book, calendar, timeline, facts, now, budget);
    return new Round(evaluation, wanted).deadlines();
  }

  /** Whether a rule counts back from a day that its event names. */
  static boolean countsBack(Rule rule) {
    return rule.direction() == Direction.BACKWARD;
  }

  /** The day of an event; for a backward rule the one that the event names in {@code data.on}. */
  static LocalDate referenceDay(Rule rule, CaseEvent event, LegalDays days) {
    var named = countsBack(rule) ? namedDay(event).orElse(null) : null;
    return named == null ? days.dayOf(event.occurredAt()) : named;
  }

  private static Optional<LocalDate> namedDay(CaseEvent event) {
    try {
      return event.text("on").map(LocalDate::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
