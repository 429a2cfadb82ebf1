package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.Names;
import io.caseclock.monitor.deadline.TraceStep.Kind;
import io.caseclock.monitor.limit.Budget;
import io.caseclock.monitor.period.Due;
import io.caseclock.monitor.period.PeriodEnd;
import io.caseclock.pack.LegalBasis;
import io.caseclock.pack.Restart;
import io.caseclock.pack.Roll;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells in both languages how a deadline came about, after it was computed, so that a person can
 * check the result by hand. Each step that moves the end begins where the one before it left it.
 */
final class Trace {

  private final ComputationResult result;
  private final Budget budget;
  private final RuleBook book;
  private final String provision;
  private final List<TraceStep> steps = new ArrayList<>();
  private @Nullable String end;

  private Trace(ComputationResult result, Budget budget) {
    this.result = result;
    this.budget = budget;
    this.book = result.computation().evaluation().book();
    this.provision =
        String.join(
            "；", result.computation().version().basis().stream().map(LegalBasis::line).toList());
  }

  /** The steps that led to the result, in their order. */
  static List<TraceStep> of(ComputationResult result) {
    var trace = new Trace(result, result.computation().evaluation().budget());
    trace.begin();
    trace.changes();
    if (!result.walked().isPaused()) {
      trace.roll();
    }
    trace.refusedFurther(result.refusedFurther());
    trace.finish();
    return trace.steps;
  }

  private void begin() {
    var computation = result.computation();
    var anchor = result.anchor();
    var start = computation.start();
    var what = book.namesOf(start.type());
    var version = computation.version().id();
    if (Engine.countsBack(computation.rule())) {
      var day = result.walked().period().firstDay();
      add(Kind.START, Wording.countsBack(what, day, version), provision, null, day.toString());
    } else {
      var at = instant(start);
      add(Kind.START, Wording.starts(what, at, version), provision, null, at);
    }
    if (anchor.restart() != null) {
      restarted(anchor.event(), anchor.restart());
    }
    if (result.term().unread() != null) {
      add(Kind.START, Wording.unread("term", result.term().unread()), null, null, null);
    }
    if (result.term().outside() != null) {
      var sentence = Wording.outOfBounds(result.term().outside(), result.term().term());
      add(Kind.START, sentence, provision, null, null);
    }
    var walked = result.walked();
    move(Kind.PERIOD, Wording.counted(result.term().term(), walked.period()), walked.first());
  }

  private void restarted(CaseEvent event, Restart restart) {
    var at = instant(event);
    add(Kind.RESTART, Wording.restarted(restart, at), restart.basis(), null, at);
  }

  /** Of refused extensions only those that are kept; the others are counted. */
  private void changes() {
    var toTell = result.refused().size() - (result.term().outside() == null ? 0 : 1);
    for (var step : result.walked().steps()) {
      if (!(step instanceof PeriodStep.Refused) || toTell-- > 0) {
        tell(step);
      }
    }
  }

  private void tell(PeriodStep step) {
    switch (step) {
      case PeriodStep.DaysLeftOut days ->
          move(Kind.TOLLING, Wording.tolled(days.span(), days.from(), days.to()), days.after());
      case PeriodStep.TimeLeftOut time ->
          move(
              Kind.TOLLING,
              Wording.tolled(time.span(), time.from(), time.to(), book.zone()),
              time.after());
      case PeriodStep.Paused paused ->
          add(Kind.TOLLING, Wording.paused(paused.span(), paused.since()), provision, end, null);
      case PeriodStep.TooLate late -> {
        var last = shown(late.before());
        var from = Wording.instant(late.since(), book.zone());
        stay(Kind.TOLLING_IGNORED, Wording.ignored(late.span(), from, last), last);
      }
      case PeriodStep.Extended extended ->
          move(
              Kind.EXTENSION,
              Wording.extended(instant(extended.approval()), extended.granted()),
              extended.after());
      case PeriodStep.Refused refused ->
          stay(
              Kind.EXTENSION_REFUSED,
              Wording.refused(instant(refused.approval()), refused.reason()),
              shown(refused.before()));
    }
  }

  private void roll() {
    var period = result.walked().period();
    if (period.isInHours()) {
      return;
    }
    var calendar = period.calendar();
    var last = result.walked().end();
    var on = last.due().on();
    if (last.isCarried()) {
      add(
          Kind.ROLL,
          Wording.rolled(last.lastDay(), on, calendar),
          "期间届满日为节假日的顺延",
          last.lastDay().toString(),
          on.toString());
    } else if (result.computation().version().roll() != Roll.NEXT_WORKING_DAY
        && !calendar.isWorkingDay(on)) {
      stay(Kind.NO_ROLL, Wording.notRolled(on), on.toString());
    }
    if (last.due().provisional()) {
      stay(Kind.PROVISIONAL, Wording.provisional(last.unannouncedYear()), on.toString());
    }
  }

  private void refusedFurther(int number) {
    if (number > 0) {
      add(Kind.EXTENSION_REFUSED, Wording.refusedFurther(number), null, null, null);
    }
  }

  private void finish() {
    var computation = result.computation();
    var ending = computation.ending().event();
    if (ending != null) {
      var at = instant(ending);
      var sentence = Wording.ended(book.namesOf(ending.type()), at, result.state());
      add(Kind.END, sentence, null, null, at);
    }
    var other = computation.version().alternative();
    var due = result.alternative();
    if (other != null && due != null) {
      var on = due.on().toString();
      add(Kind.ALTERNATIVE, Wording.alternative(other, on), other.basis(), null, on);
    }
  }

  private String instant(CaseEvent event) {
    return Wording.instant(event.occurredAt(), book.zone());
  }

  private String shown(Due due) {
    return due.exact() ? Wording.instant(due.at(), book.zone()) : due.on().toString();
  }

  private void move(Kind kind, Names sentence, PeriodEnd to) {
    var before = end;
    end = to.due().exact() ? Wording.instant(to.due().at(), book.zone()) : to.lastDay().toString();
    add(kind, sentence, provision, before, end);
  }

  private void stay(Kind kind, Names sentence, String last) {
    add(kind, sentence, null, last, last);
  }

  private void add(
      Kind kind,
      Names sentence,
      @Nullable String basis,
      @Nullable String before,
      @Nullable String after) {
    budget.line();
    steps.add(new TraceStep(kind, sentence, basis, before, after));
  }
}
