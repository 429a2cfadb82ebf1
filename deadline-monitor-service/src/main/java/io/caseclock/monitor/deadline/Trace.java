package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.Names;
import io.caseclock.monitor.calendar.WorkingCalendar;
import io.caseclock.monitor.deadline.Extensions.Outcome;
import io.caseclock.monitor.deadline.RefusedExtension.Reason;
import io.caseclock.monitor.deadline.TraceStep.Kind;
import io.caseclock.pack.Alternative;
import io.caseclock.pack.LegalBasis;
import io.caseclock.pack.Restart;
import io.caseclock.pack.Roll;
import io.caseclock.pack.RuleVersion;
import io.caseclock.pack.Term;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Listens to a computation. The silent one costs nothing; the recording one writes each step as a
 * sentence in both languages, so that a person can check the result by hand.
 */
interface Trace {

  /** Gives each deadline a trace of its own. */
  @FunctionalInterface
  interface Source {
    Trace begin();
  }

  Trace NONE = new Trace() {};
  Source OFF = () -> NONE;

  default void started(ZoneId zone, CaseEvent start, RuleVersion version) {}

  default void restarted(ZoneId zone, CaseEvent anchor, Restart restart) {}

  default void counted(Term term, Period period) {}

  default void tolled(ZoneId zone, Span span, Due before, Due after) {}

  default void paused(ZoneId zone, Span span, Due before) {}

  default void ignored(ZoneId zone, Span span, Due before) {}

  default void extended(
      ZoneId zone, CaseEvent approval, Outcome.Granted granted, Due before, Due after) {}

  default void refused(ZoneId zone, CaseEvent approval, Reason reason, Due before) {}

  default void rolled(RuleVersion version, Period period, WorkingCalendar calendar) {}

  default void ended(ZoneId zone, DeadlineState state, @Nullable CaseEvent end) {}

  default void alternative(@Nullable Alternative other, @Nullable Due due) {}

  default List<TraceStep> steps() {
    return List.of();
  }

  /** Writes it down. */
  final class Recording implements Trace {

    private final List<TraceStep> steps = new ArrayList<>();
    private @Nullable String provision;

    @Override
    public void started(ZoneId zone, CaseEvent start, RuleVersion version) {
      provision = String.join("；", version.basis().stream().map(LegalBasis::line).toList());
      var at = Wording.instant(start.occurredAt(), zone);
      add(
          Kind.START,
          new Names(
              "自“" + start.type() + "”（" + at + "）起算，版本 " + version.id(),
              "Starts from '" + start.type() + "' at " + at + ", version " + version.id()),
          provision,
          null,
          at);
    }

    @Override
    public void restarted(ZoneId zone, CaseEvent anchor, Restart restart) {
      var at = Wording.instant(anchor.occurredAt(), zone);
      add(
          Kind.RESTART,
          new Names(
              restart.names().zh() + "，自 " + at + " 起重新计算",
              restart.names().en() + ": counts anew from " + at),
          restart.basis(),
          null,
          at);
    }

    @Override
    public void counted(Term term, Period period) {
      var end = period.isInHours() ? period.due().at().toString() : period.lastDay().toString();
      add(Kind.PERIOD, Wording.counted(term, period), provision, null, end);
    }

    @Override
    public void tolled(ZoneId zone, Span span, Due before, Due after) {
      add(
          Kind.TOLLING,
          Wording.tolled(span, zone),
          provision,
          before.on().toString(),
          after.on().toString());
    }

    @Override
    public void paused(ZoneId zone, Span span, Due before) {
      add(
          Kind.TOLLING,
          new Names(
              span.names().zh() + "自 " + span.firstDay(zone) + " 起不计入，尚未结束，期限暂停",
              span.names().en()
                  + " from "
                  + span.firstDay(zone)
                  + " does not count and still lasts:"
                  + " the period is paused"),
          provision,
          before.on().toString(),
          null);
    }

    @Override
    public void ignored(ZoneId zone, Span span, Due before) {
      add(
          Kind.TOLLING_IGNORED,
          new Names(
              span.names().zh() + "始于 " + span.firstDay(zone) + "，在届满日 " + before.on() + " 之后，不予扣除",
              span.names().en()
                  + " began on "
                  + span.firstDay(zone)
                  + ", after the last day "
                  + before.on()
                  + ": not left out"),
          null,
          before.on().toString(),
          before.on().toString());
    }

    @Override
    public void extended(
        ZoneId zone, CaseEvent approval, Outcome.Granted granted, Due before, Due after) {
      var at = Wording.instant(approval.occurredAt(), zone);
      add(
          Kind.EXTENSION,
          new Names(
              granted.by().approvedBy().zh() + "于 " + at + " 批准延长 " + Wording.zh(granted.adds()),
              "Extended by "
                  + granted.adds()
                  + ", approved at "
                  + at
                  + " by: "
                  + granted.by().approvedBy().en()),
          provision,
          before.on().toString(),
          after.on().toString());
    }

    @Override
    public void refused(ZoneId zone, CaseEvent approval, Reason reason, Due before) {
      var at = Wording.instant(approval.occurredAt(), zone);
      add(
          Kind.EXTENSION_REFUSED,
          new Names(
              at + " 的延长不生效：" + Wording.zh(reason),
              "The extension of " + at + " has no effect: " + Wording.en(reason)),
          null,
          before.on().toString(),
          before.on().toString());
    }

    @Override
    public void rolled(RuleVersion version, Period period, WorkingCalendar calendar) {
      if (period.isInHours()) {
        return;
      }
      var unrolled = period.lastDay();
      var due = period.due();
      if (!unrolled.equals(due.on()) && period.rolls()) {
        add(
            Kind.ROLL,
            Wording.rolled(unrolled, due.on(), calendar),
            "期间届满日为节假日的顺延",
            unrolled.toString(),
            due.on().toString());
      } else if (version.roll() != Roll.NEXT_WORKING_DAY && !calendar.isWorkingDay(due.on())) {
        add(
            Kind.NO_ROLL,
            new Names(
                "届满日 " + due.on() + " 非工作日，但本期限不顺延",
                "The last day " + due.on() + " is no working day, but this period does not roll"),
            null,
            due.on().toString(),
            due.on().toString());
      }
      if (due.provisional()) {
        add(
            Kind.PROVISIONAL,
            new Names(
                due.on().getYear() + " 年放假安排尚未公布，暂定",
                "Provisional: the holiday notice of "
                    + due.on().getYear()
                    + " is not published yet"),
            null,
            due.on().toString(),
            due.on().toString());
      }
    }

    @Override
    public void ended(ZoneId zone, DeadlineState state, @Nullable CaseEvent end) {
      if (end != null) {
        var at = Wording.instant(end.occurredAt(), zone);
        add(
            Kind.END,
            new Names(
                "“" + end.type() + "”（" + at + "）：" + Wording.zh(state),
                "'" + end.type() + "' at " + at + ": " + Wording.en(state)),
            null,
            null,
            at);
      }
    }

    @Override
    public void alternative(@Nullable Alternative other, @Nullable Due due) {
      if (other != null && due != null) {
        add(
            Kind.ALTERNATIVE,
            new Names(
                "另一种理解（" + other.basis() + "）：" + due.on(),
                "By the other reading (" + other.basis() + "): " + due.on()),
            other.basis(),
            null,
            due.on().toString());
      }
    }

    @Override
    public List<TraceStep> steps() {
      return steps;
    }

    private void add(
        Kind kind,
        Names sentence,
        @Nullable String basis,
        @Nullable String before,
        @Nullable String after) {
      steps.add(new TraceStep(kind, sentence, basis, before, after));
    }
  }
}
