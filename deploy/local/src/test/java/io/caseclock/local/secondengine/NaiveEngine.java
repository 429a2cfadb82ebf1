package io.caseclock.local.secondengine;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.Subject;
import io.caseclock.local.secondengine.NaiveDeadline.NaiveDue;
import io.caseclock.pack.Alternative;
import io.caseclock.pack.Direction;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import io.caseclock.pack.RuleVersion;
import io.caseclock.pack.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of one rule in one case, worked out as a clerk would with a calendar and a pencil:
 * day by day, from the text of the counting rules and without a look at the other engine.
 */
final class NaiveEngine {

  private final Pack pack;
  private final Rule rule;
  private final NaiveFile file;
  private final Instant now;

  /**
   * @param rule of the pack
   * @param file what has happened by now
   */
  NaiveEngine(Pack pack, Rule rule, NaiveFile file, Instant now) {
    this.pack = pack;
    this.rule = rule;
    this.file = file;
    this.now = now;
  }

  /** One for each starting event, unless it restarts what is open. */
  List<NaiveDeadline> deadlines() {
    List<NaiveDeadline> deadlines = new ArrayList<>();
    for (var start : file.events()) {
      var version = rule.starts().contains(start.type()) ? versionOn(start) : null;
      if (version != null && !restartsWhatIsOpen(start)) {
        deadlines.add(
            rule.direction() == Direction.BACKWARD
                ? backward(start, version, namedDay(start))
                : forward(start, version));
      }
    }
    return deadlines;
  }

  /**
   * One that counts back from when another deadline of that start is due, if it concerns it.
   *
   * @param due the last lawful day of the other one
   */
  @Nullable NaiveDeadline before(CaseEvent start, LocalDate due) {
    var version = versionOn(start);
    return version == null ? null : backward(start, version, due);
  }

  /**
   * The version of the day of the start, or, where it says so, of the end or of today; null where
   * there is none, or where the rule does not concern the case.
   */
  private @Nullable RuleVersion versionOn(CaseEvent start) {
    if (!concerns(start)) {
      return null;
    }
    var day = rule.direction() == Direction.BACKWARD ? namedDay(start) : dayOf(start.occurredAt());
    if (rule.transition() == Rule.Transition.IMMEDIATE) {
      var last = dayOf(endOf(start).until());
      day = last.isAfter(day) ? last : day;
    }
    for (var version : rule.versions()) {
      if (!day.isBefore(version.from()) && (version.to() == null || !day.isAfter(version.to()))) {
        return version;
      }
    }
    return null;
  }

  /** Whether all its conditions hold by the end. */
  private boolean concerns(CaseEvent start) {
    var end = endOf(start).until();
    var by = end.isBefore(start.occurredAt()) ? start.occurredAt() : end;
    for (var condition : rule.when().entrySet()) {
      var fact = pack.facts().get(condition.getKey());
      if (fact == null || !file.holds(fact, condition.getValue(), start.subject(), by)) {
        return false;
      }
    }
    return true;
  }

  private boolean restartsWhatIsOpen(CaseEvent event) {
    for (var earlier : file.events()) {
      if (file.isBefore(earlier, event)
          && rule.starts().contains(earlier.type())
          && earlier.subject().equals(event.subject())
          && restarts(event, earlier)
          && !hasEndedBefore(earlier, event)) {
        return true;
      }
    }
    return false;
  }

  /** By the version that holds for what is open. */
  private boolean restarts(CaseEvent event, CaseEvent start) {
    var version = versionOn(start);
    return version != null && isRestart(event, start.subject(), version);
  }

  private boolean hasEndedBefore(CaseEvent start, CaseEvent event) {
    return endOf(start).until().isBefore(event.occurredAt());
  }

  private static boolean isRestart(CaseEvent event, Subject subject, RuleVersion version) {
    for (var restart : version.restarts()) {
      if (NaiveFile.isHeard(restart.trigger(), event, subject)) {
        return true;
      }
    }
    return false;
  }

  private NaiveEnd endOf(CaseEvent start) {
    return NaiveEnd.of(rule, file, start, now);
  }

  private NaiveDeadline forward(CaseEvent start, RuleVersion version) {
    var end = endOf(start);
    var run = run(start, version, end);
    var period = period(start, version, run, end);
    var walk = new NaiveWalk(pack, rule, version, period, run, end.until());
    walk.go(spans(start, version, end), file.events(), start.subject());
    var refused = walk.refused() + (isOutOfBounds(start, version) ? 1 : 0);
    var state = state(start, version, run, refused);
    var since = period.standsStillSince();
    var deadline =
        end.by() == null && since != null
            ? state.pausedSince(since)
            : state.at(period.dueWhereItEnds(end.until()), end);
    return deadline.or(otherDue(start, version, run, end));
  }

  /** The same walk with the other reading, which has a period of its own. */
  private @Nullable NaiveDue otherDue(
      CaseEvent start, RuleVersion version, Instant run, NaiveEnd end) {
    if (version.alternative() == null) {
      return null;
    }
    var other = otherReading(version, version.alternative());
    var isRolled = isRolled(start, other, end);
    var period =
        new NaivePeriod(other, pack.calendar(), pack.zone(), run, other.period(), isRolled);
    var walk = new NaiveWalk(pack, rule, other, period, run, end.until());
    walk.go(spans(start, other, end), file.events(), start.subject());
    return end.by() == null && period.standsStillSince() != null
        ? null
        : period.dueWhereItEnds(end.until());
  }

  private static RuleVersion otherReading(RuleVersion version, Alternative other) {
    return new RuleVersion(
        version.id(),
        version.from(),
        version.to(),
        other.period(),
        null,
        other.startDayCounts() == null ? version.startDayCounts() : other.startDayCounts(),
        other.monthEnd() == null ? version.monthEnd() : other.monthEnd(),
        other.roll() == null ? version.roll() : other.roll(),
        version.tolling(),
        version.extensions(),
        version.restarts(),
        List.of(),
        null,
        version.basis());
  }

  private NaiveState state(CaseEvent start, RuleVersion version, Instant run, int refused) {
    return new NaiveState(rule, pack.zone(), start.eventId().id(), version.id(), run, refused);
  }

  /** From the last restart after the start and up to the end (as 刑事诉讼法 160). */
  private Instant run(CaseEvent start, RuleVersion version, NaiveEnd end) {
    var run = start.occurredAt();
    for (var event : file.events()) {
      if (file.isBefore(start, event)
          && !event.occurredAt().isAfter(end.until())
          && isRestart(event, start.subject(), version)) {
        run = event.occurredAt();
      }
    }
    return run;
  }

  private NaivePeriod period(CaseEvent start, RuleVersion version, Instant run, NaiveEnd end) {
    return new NaivePeriod(
        version,
        pack.calendar(),
        pack.zone(),
        run,
        term(start, version),
        isRolled(start, version, end));
  }

  private List<NaiveSpan> spans(CaseEvent start, RuleVersion version, NaiveEnd end) {
    List<NaiveSpan> spans = new ArrayList<>();
    for (var pair : version.tolling()) {
      spans.addAll(file.spans(pair, start.subject(), end.until()));
    }
    return spans;
  }

  /** What was decided in the case, within the bounds of the rule; else the rule's own period. */
  private static Term term(CaseEvent start, RuleVersion version) {
    var decided = decided(start, version);
    if (decided == null) {
      return version.period();
    }
    return version.term() == null ? decided : version.term().nearestTo(decided);
  }

  private static @Nullable Term decided(CaseEvent start, RuleVersion version) {
    return start.data().get("term") instanceof String text
        ? Term.ofIso(text, version.period().unit())
        : null;
  }

  private static boolean isOutOfBounds(CaseEvent start, RuleVersion version) {
    var decided = decided(start, version);
    return decided != null && !decided.equals(term(start, version));
  }

  /** A person in custody is not held longer because of a holiday (刑事诉讼法 105). */
  private boolean isRolled(CaseEvent start, RuleVersion version, NaiveEnd end) {
    return switch (version.roll()) {
      case NONE -> false;
      case NEXT_WORKING_DAY -> true;
      case NONE_IF_IN_CUSTODY -> !file.isInCustody(start.subject(), end.until());
    };
  }

  /** Counted back from the named day, without any roll. */
  private NaiveDeadline backward(CaseEvent start, RuleVersion version, LocalDate from) {
    var end = endOf(start);
    var other = version.alternative();
    return state(start, version, start.occurredAt(), refusedBackward(start, version, end))
        .at(back(from, term(start, version), version), end)
        .or(other == null ? null : back(from, other.period(), otherReading(version, other)));
  }

  private NaiveDue back(LocalDate from, Term term, RuleVersion version) {
    var calendar = new NaiveCalendar(pack.calendar());
    var count = new NaiveCount(calendar, version.monthEnd(), Set.of());
    var on = count.backFrom(from, term.steps());
    var at = on.plusDays(1).atStartOfDay(pack.zone()).toInstant();
    return new NaiveDue(at, on, false, calendar.wasUncertain());
  }

  /** No approval prolongs a period that is counted back. */
  private int refusedBackward(CaseEvent start, RuleVersion version, NaiveEnd end) {
    var approvals =
        NaiveWalk.approvals(rule, file.events(), start.subject(), start.occurredAt(), end.until());
    return approvals + (isOutOfBounds(start, version) ? 1 : 0);
  }

  /** The day that the event names, else its own. */
  private LocalDate namedDay(CaseEvent start) {
    try {
      return start.data().get("on") instanceof String text
          ? LocalDate.parse(text)
          : dayOf(start.occurredAt());
    } catch (DateTimeParseException e) {
      return dayOf(start.occurredAt());
    }
  }

  private LocalDate dayOf(Instant instant) {
    return instant.atZone(pack.zone()).toLocalDate();
  }
}
