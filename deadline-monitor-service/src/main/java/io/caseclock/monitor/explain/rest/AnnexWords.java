package io.caseclock.monitor.explain.rest;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.Names;
import io.caseclock.monitor.explain.DayStrip;
import io.caseclock.monitor.period.DayMark;
import io.caseclock.pack.RuleVersion;

/** The texts of an annex that are put together, in both languages. */
final class AnnexWords {

  /** How a month is written. */
  static final Names MONTH = new Names("yyyy年M月", "MMMM yyyy");

  /**
   * How a kind of day looks in the calendar.
   *
   * @param style names the look
   * @param sign stands in the cell; a day that counts has its number there, such as 1
   * @param word says it in a row
   * @param meaning explains the look
   */
  record Look(String style, Names sign, Names word, Names meaning) {}

  private static final Names FIRST = new Names("1", "1");

  static Look look(DayMark mark) {
    return switch (mark) {
      case START ->
          new Look(
              "start",
              new Names("起", "S"),
              new Names("开始之日", "start day"),
              new Names("开始之日", "start day"));
      case COUNTED ->
          new Look(
              "counted",
              FIRST,
              new Names("计入", "counted"),
              new Names("计入（数字为第几日）", "counted (the number says which)"));
      case MAKE_UP_WORKING_DAY -> {
        var word = new Names("调休上班，计入", "make-up working day, counted");
        yield new Look("make-up", FIRST, word, word);
      }
      case LEFT_OUT ->
          new Look(
              "left-out",
              new Names("扣", "–"),
              new Names("扣除", "left out"),
              new Names("期间扣除，不计入", "not counted because of a span"));
      case REST_DAY -> {
        var word = new Names("休息日，不计", "rest day, passed over");
        yield new Look("rest", new Names("休", "R"), word, word);
      }
      case CARRIED ->
          new Look(
              "carried",
              new Names("延", "→"),
              new Names("顺延", "carried on"),
              new Names("末日非工作日，顺延", "carried on: the last day was no working day"));
    };
  }

  /** All about one day, for those who do not see the colours. */
  static Names day(DayStrip.Day day) {
    var word = look(day.mark()).word();
    var reason = day.reason();
    return new Names(
        day.date()
            + "，"
            + word.zh()
            + (day.number() > 0 ? " 第 " + day.number() : "")
            + (reason == null ? "" : "：" + reason.zh())
            + (day.isLast() ? "；最后一日" : ""),
        day.date()
            + ", "
            + word.en()
            + (day.number() > 0 ? " no. " + day.number() : "")
            + (reason == null ? "" : ": " + reason.en())
            + (day.isLast() ? "; last lawful day" : ""));
  }

  static Names counted(DayStrip strip) {
    var all = strip.days().size();
    return new Names(
        "计入 " + strip.counted() + " 日，共 " + all + " 日。",
        strip.counted() + " of " + all + " days count.");
  }

  static Names status(DeadlineStatus status) {
    return switch (status) {
      case RUNNING -> new Names("进行中", "running");
      case PAUSED -> new Names("暂停", "paused");
      case BREACHED -> new Names("超期", "overdue");
      case MET -> new Names("按期完成", "done in time");
      case MET_LATE -> new Names("逾期完成", "done late");
      case LAPSED -> new Names("逾期未行使", "lapsed unused");
      case CUT_SHORT -> new Names("期限未满", "cut short");
      case CANCELLED -> new Names("终止", "ended without effect");
    };
  }

  static Names bracketed(String text, String inBrackets) {
    return new Names(text + "（" + inBrackets + "）", text + " (" + inBrackets + ")");
  }

  /** A version of a rule with the days on which it is in force. */
  static Names version(RuleVersion version) {
    var to = version.to();
    return new Names(
        version.id() + "（自 " + version.from() + (to == null ? "" : " 至 " + to) + "）",
        version.id() + " (from " + version.from() + (to == null ? "" : " to " + to) + ")");
  }

  private AnnexWords() {}
}
