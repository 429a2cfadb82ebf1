package io.caseclock.monitor.deadline;

import io.caseclock.calendar.WorkingCalendar;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.Names;
import io.caseclock.monitor.deadline.Extensions.Outcome;
import io.caseclock.monitor.deadline.RefusedExtension.Reason;
import io.caseclock.monitor.deadline.TraceStep.Change;
import io.caseclock.monitor.deadline.TraceStep.Kind;
import io.caseclock.monitor.limit.Budget;
import io.caseclock.pack.Alternative;
import io.caseclock.pack.LegalBasis;
import io.caseclock.pack.Restart;
import io.caseclock.pack.Roll;
import io.caseclock.pack.RuleVersion;
import io.caseclock.pack.Term;
import java.time.Instant;
import java.time.LocalDate;
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
    Trace begin(DeadlineKey key);
  }

  Trace NONE = new Trace() {};
  Source OFF = key -> NONE;

  default void started(
      ZoneId zone, CaseEvent start, RuleVersion version, @Nullable LocalDate namedDay) {}

  default void unread(String member, Object value) {}

  default void restarted(ZoneId zone, CaseEvent anchor, Restart restart) {}

  default void counted(Term term, Period period) {}

  default void tolled(Span span, LocalDate from, LocalDate to, Period period) {}

  default void tolled(ZoneId zone, Span span, Instant from, Instant to, Period period) {}

  default void paused(Span span, LocalDate since) {}

  default void ignored(ZoneId zone, Span span, Instant since, Due before) {}

  default void extended(ZoneId zone, CaseEvent approval, Outcome.Granted granted, Period period) {}

  default void refused(ZoneId zone, CaseEvent approval, Reason reason, Due before) {}

  default void refusedFurther(int number) {}

  default void rolled(RuleVersion version, Period period, WorkingCalendar calendar) {}

  default void ended(ZoneId zone, DeadlineState state, @Nullable CaseEvent end) {}

  default void alternative(@Nullable Alternative other, @Nullable Due due) {}

  default List<TraceStep> steps() {
    return List.of();
  }

  /** Writes it down; each step that moves the end begins where the one before it had left it. */
  final class Recording implements Trace {

    private final RuleBook book;
    private final List<TraceStep> steps = new ArrayList<>();
    private final Budget budget;
    private @Nullable String provision;
    private @Nullable String end;

    Recording(RuleBook book, Budget budget) {
      this.book = book;
      this.budget = budget;
    }

    @Override
    public void started(
        ZoneId zone, CaseEvent start, RuleVersion version, @Nullable LocalDate namedDay) {
      provision = String.join("；", version.basis().stream().map(LegalBasis::line).toList());
      var at = Wording.instant(start.occurredAt(), zone);
      var what = book.namesOf(start.type());
      add(
          Kind.START,
          namedDay == null
              ? new Names(
                  "自“" + what.zh() + "”（" + at + "）起算，版本 " + version.id(),
                  "Starts from '" + what.en() + "' at " + at + ", version " + version.id())
              : new Names(
                  "自“" + what.zh() + "”所定之日 " + namedDay + " 倒算，版本 " + version.id(),
                  "Counts back from "
                      + namedDay
                      + ", named by '"
                      + what.en()
                      + "', version "
                      + version.id()),
          provision,
          null,
          namedDay == null ? at : namedDay.toString());
    }

    @Override
    public void unread(String member, Object value) {
      add(Kind.START, Wording.unread(member, value), null, null, null);
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
      move(
          Kind.PERIOD,
          Wording.counted(term, period),
          period,
          new Change.Counts(term, period.firstDay(), period.countsStartDay()));
    }

    @Override
    public void tolled(Span span, LocalDate from, LocalDate to, Period period) {
      move(
          Kind.TOLLING,
          Wording.tolled(span, from, to),
          period,
          new Change.LeavesOut(span.names(), from, to));
    }

    @Override
    public void tolled(ZoneId zone, Span span, Instant from, Instant to, Period period) {
      move(Kind.TOLLING, Wording.tolled(span, from, to, zone), period, null);
    }

    @Override
    public void paused(Span span, LocalDate since) {
      add(
          Kind.TOLLING,
          new Names(
              span.names().zh() + "自 " + since + " 起不计入，尚未结束，期限暂停",
              span.names().en()
                  + " from "
                  + since
                  + " does not count and still lasts: the period is paused"),
          provision,
          end,
          null);
    }

    @Override
    public void ignored(ZoneId zone, Span span, Instant since, Due before) {
      var from = Wording.instant(since, zone);
      var last = shown(zone, before);
      add(
          Kind.TOLLING_IGNORED,
          new Names(
              span.names().zh() + "始于 " + from + "，在届满日 " + last + " 之后，不予扣除",
              span.names().en() + " began at " + from + ", after " + last + ": not left out"),
          null,
          last,
          last);
    }

    @Override
    public void extended(ZoneId zone, CaseEvent approval, Outcome.Granted granted, Period period) {
      var at = Wording.instant(approval.occurredAt(), zone);
      move(
          Kind.EXTENSION,
          new Names(
              granted.by().approvedBy().zh() + "于 " + at + " 批准延长 " + Wording.zh(granted.adds()),
              "Extended by "
                  + granted.adds()
                  + ", approved at "
                  + at
                  + " by: "
                  + granted.by().approvedBy().en()),
          period,
          new Change.Adds(granted.adds()));
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
          shown(zone, before),
          shown(zone, before));
    }

    @Override
    public void refusedFurther(int number) {
      add(
          Kind.EXTENSION_REFUSED,
          new Names(
              "另有 " + number + " 次延长不生效，不逐一列出",
              number + " further extensions have no effect and are not listed one by one"),
          null,
          null,
          null);
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
            due.on().toString(),
            new Change.Carries(unrolled, due.on()));
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
                period.unannouncedYear() + " 年放假安排尚未公布，暂定",
                "Provisional: the holiday notice of "
                    + period.unannouncedYear()
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
                "“" + book.namesOf(end.type()).zh() + "”（" + at + "）：" + Wording.zh(state),
                "'" + book.namesOf(end.type()).en() + "' at " + at + ": " + Wording.en(state)),
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

    private static String shown(ZoneId zone, Due due) {
      return due.exact() ? Wording.instant(due.at(), zone) : due.on().toString();
    }

    private void move(Kind kind, Names sentence, Period period, @Nullable Change change) {
      var before = end;
      end = period.end();
      add(kind, sentence, provision, before, end, change);
    }

    private void add(
        Kind kind,
        Names sentence,
        @Nullable String basis,
        @Nullable String before,
        @Nullable String after) {
      add(kind, sentence, basis, before, after, null);
    }

    private void add(
        Kind kind,
        Names sentence,
        @Nullable String basis,
        @Nullable String before,
        @Nullable String after,
        @Nullable Change change) {
      budget.line();
      steps.add(new TraceStep(kind, sentence, basis, before, after, change));
    }
  }
}
