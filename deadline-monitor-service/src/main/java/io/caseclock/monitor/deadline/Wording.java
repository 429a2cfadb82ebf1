package io.caseclock.monitor.deadline;

import io.caseclock.contract.Names;
import io.caseclock.monitor.deadline.Extensions.Outcome.Granted;
import io.caseclock.monitor.deadline.RefusedExtension.Reason;
import io.caseclock.monitor.period.Period;
import io.caseclock.monitor.timeline.Span;
import io.caseclock.pack.Alternative;
import io.caseclock.pack.Restart;
import io.caseclock.pack.Term;
import io.caseclock.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** The sentences of a trace, in both languages. */
final class Wording {

  private static final Names HOUR_TO_HOUR =
      new Names(
          "自起算时刻至次日同一时刻为一日",
          "a day runs from the hour of the beginning to the same hour of the next day");

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  static String instant(Instant at, ZoneId zone) {
    return MINUTE.format(at.atZone(zone));
  }

  static Names starts(Names what, String at, String version) {
    return new Names(
        "自“" + what.zh() + "”（" + at + "）起算，版本 " + version,
        "Starts from '" + what.en() + "' at " + at + ", version " + version);
  }

  static Names countsBack(Names what, LocalDate from, String version) {
    return new Names(
        "自“" + what.zh() + "”所定之日 " + from + " 倒算，版本 " + version,
        "Counts back from " + from + ", named by '" + what.en() + "', version " + version);
  }

  static Names restarted(Restart restart, String at) {
    return new Names(
        restart.names().zh() + "，自 " + at + " 起重新计算",
        restart.names().en() + ": counts anew from " + at);
  }

  static Names paused(Span span, LocalDate since) {
    return new Names(
        span.names().zh() + "自 " + since + " 起不计入，尚未结束，期限暂停",
        span.names().en()
            + " from "
            + since
            + " does not count and still lasts: the period is paused");
  }

  static Names ignored(Span span, String from, String last) {
    return new Names(
        span.names().zh() + "始于 " + from + "，在届满日 " + last + " 之后，不予扣除",
        span.names().en() + " began at " + from + ", after " + last + ": not left out");
  }

  static Names extended(String at, Granted granted) {
    var by = granted.by().approvedBy();
    var adds = granted.adds();
    return new Names(
        by.zh() + "于 " + at + " 批准延长 " + zh(adds),
        "Extended by " + adds + ", approved at " + at + " by: " + by.en());
  }

  static Names refused(String at, Reason reason) {
    return new Names(
        at + " 的延长不生效：" + zh(reason), "The extension of " + at + " has no effect: " + en(reason));
  }

  static Names refusedFurther(int number) {
    return new Names(
        "另有 " + number + " 次延长不生效，不逐一列出",
        number + " further extensions have no effect and are not listed one by one");
  }

  static Names notRolled(LocalDate on) {
    return new Names(
        "届满日 " + on + " 非工作日，但本期限不顺延",
        "The last day " + on + " is no working day, but this period does not roll");
  }

  static Names provisional(int unannouncedYear) {
    return new Names(
        unannouncedYear + " 年放假安排尚未公布，暂定",
        "Provisional: the holiday notice of " + unannouncedYear + " is not published yet");
  }

  static Names ended(Names what, String at, DeadlineState state) {
    return new Names(
        "“" + what.zh() + "”（" + at + "）：" + zh(state),
        "'" + what.en() + "' at " + at + ": " + en(state));
  }

  static Names alternative(Alternative other, String on) {
    return new Names(
        "另一种理解（" + other.basis() + "）：" + on,
        "By the other reading (" + other.basis() + "): " + on);
  }

  static Names counted(Term term, Period period) {
    if (period.isInHours()) {
      return new Names(zh(term) + "，精确到时刻", term + ", to the minute");
    }
    var first = firstDay(period);
    var counted = new Names(zh(term) + "，" + first.zh(), term + ", " + first.en());
    return isFromMonthEnd(term, period) ? withMonthEnd(counted, period) : counted;
  }

  private static Names firstDay(Period period) {
    if (period.runsFromHourToHour()) {
      return HOUR_TO_HOUR;
    }
    return period.startDayCounts()
        ? new Names("开始之日计入", "the first day counts")
        : new Names("开始之日不计入", "the first day does not count");
  }

  /** Whether it begins on the last day of a month and is counted in months. */
  private static boolean isFromMonthEnd(Term term, Period period) {
    var first = period.firstDay();
    return first.getDayOfMonth() == first.lengthOfMonth()
        && (term.unit() == Term.Unit.MONTHS || term.unit() == Term.Unit.YEARS);
  }

  private static Names withMonthEnd(Names counted, Period period) {
    return switch (period.counting().monthEnd()) {
      case LAST_DAY ->
          new Names(
              counted.zh() + "，自月末起算的至月末",
              counted.en() + ", from the last day of a month to the last day");
      case CORRESPONDING_DAY ->
          new Names(counted.zh() + "，至到期月的对应日", counted.en() + ", to the corresponding day");
    };
  }

  static Names tolled(Span span, LocalDate from, LocalDate to) {
    var days = to.toEpochDay() - from.toEpochDay();
    return tolled(span, from.toString(), to.toString(), days + " 日", days + " days");
  }

  static Names tolled(Span span, Instant from, Instant to, ZoneId zone) {
    var time = Duration.between(from, to);
    return tolled(
        span,
        instant(from, zone),
        instant(to, zone),
        time.toHours() + " 小时 " + time.toMinutesPart() + " 分",
        time.toHours() + " h " + time.toMinutesPart() + " min");
  }

  private static Names tolled(Span span, String from, String to, String zh, String en) {
    return from.equals(to)
        ? new Names(
            span.names().zh() + "（自 " + from + "）不另增加期限",
            span.names().en() + " (from " + from + ") adds nothing further")
        : new Names(
            span.names().zh() + " " + from + " 至 " + to + "，" + zh + "不计入",
            span.names().en() + " " + from + " to " + to + ": " + en + " do not count");
  }

  static Names unread(String member, Object value) {
    return new Names(
        "事件所附 " + member + "“" + value + "”无法识别，未采用",
        "The " + member + " '" + value + "' of the event cannot be read and is not used");
  }

  static Names outOfBounds(Term said, Term counted) {
    return new Names(
        "事件所附期限 " + zh(said) + "超出法定幅度，按 " + zh(counted) + "计算",
        "The term of the event, "
            + said
            + ", is outside what the law allows: "
            + counted
            + " is counted");
  }

  static Names rolled(LocalDate from, LocalDate to, WorkingCalendar calendar) {
    var name = calendar.nameOf(from);
    var zh = name == null ? "周末" : name;
    var en = name == null ? "a weekend day" : "a holiday (" + name + ")";
    return new Names(
        "届满日 " + from + " 为" + zh + "，顺延至 " + to,
        "The last day " + from + " is " + en + ": it moves to " + to);
  }

  private static String zh(Term term) {
    return term.steps().stream().map(Wording::zhStep).collect(Collectors.joining("加"));
  }

  private static String zhStep(Term step) {
    return switch (step.unit()) {
      case HOURS -> step.amount() + " 小时";
      case CALENDAR_DAYS -> step.amount() + " 日";
      case WORKING_DAYS -> step.amount() + " 个工作日";
      case MONTHS -> step.amount() + " 个月";
      case YEARS -> step.amount() + " 年";
    };
  }

  private static String zh(Reason reason) {
    return switch (reason) {
      case LATE -> "批准时期限已届满";
      case NOT_EXTENDABLE -> "本期限不得延长";
      case TOO_MUCH -> "超过可延长的幅度";
      case TOO_OFTEN -> "超过可延长的次数";
      case LEVEL_TOO_LOW -> "批准机关级别不够";
      case UNREADABLE -> "延长的时间无法识别，或其单位与期限不符";
      case TERM_OUT_OF_BOUNDS -> "所定期限超出法定幅度";
    };
  }

  private static String en(Reason reason) {
    return switch (reason) {
      case LATE -> "it was approved after the last day";
      case NOT_EXTENDABLE -> "this period cannot be extended";
      case TOO_MUCH -> "it is more than may be added";
      case TOO_OFTEN -> "all extensions allowed were used";
      case LEVEL_TOO_LOW -> "the approver's level is too low";
      case UNREADABLE -> "its length cannot be read or is in a unit that does not fit";
      case TERM_OUT_OF_BOUNDS -> "the term is shorter or longer than the law allows";
    };
  }

  private static String zh(DeadlineState state) {
    return switch (state) {
      case DeadlineState.Met met -> "按期完成";
      case DeadlineState.MetLate late -> "逾期完成";
      case DeadlineState.Lapsed lapsed -> "逾期未行使，权利丧失";
      case DeadlineState.CutShort cut -> "期限未满即作出";
      case DeadlineState.Cancelled cancelled -> cancelled.wasLate() ? "期限终止，终止前已超期" : "期限终止";
      case DeadlineState.Running running -> "进行中";
      case DeadlineState.Paused paused -> "暂停";
      case DeadlineState.Breached breached -> "超期";
    };
  }

  private static String en(DeadlineState state) {
    return switch (state) {
      case DeadlineState.Met met -> "done in time";
      case DeadlineState.MetLate late -> "done late";
      case DeadlineState.Lapsed lapsed -> "the right lapsed unused";
      case DeadlineState.CutShort cut -> "done before the minimum period had run";
      case DeadlineState.Cancelled cancelled ->
          cancelled.wasLate() ? "the period ends, and was overdue by then" : "the period ends";
      case DeadlineState.Running running -> "running";
      case DeadlineState.Paused paused -> "paused";
      case DeadlineState.Breached breached -> "overdue";
    };
  }

  private Wording() {}
}
