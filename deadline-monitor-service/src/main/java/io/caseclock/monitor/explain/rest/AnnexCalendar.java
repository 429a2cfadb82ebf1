package io.caseclock.monitor.explain.rest;

import io.caseclock.monitor.deadline.DayMark;
import io.caseclock.monitor.explain.DayStrip;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lays the days of a period out as a calendar: a month a table, a week a row. */
final class AnnexCalendar {

  /** A month with its weeks, each of seven cells. */
  record Month(String title, List<List<Cell>> weeks) {}

  /**
   * A cell.
   *
   * @param day the day of the month, empty outside the period
   * @param mark for the eye: a word or the number of the counted day
   * @param style names the look
   * @param text says it in words
   */
  record Cell(String day, String mark, String style, String text, boolean isLast) {
    private static final Cell BLANK = new Cell("", "", "blank", "", false);
  }

  /** Days in a row that are alike. */
  record Row(String from, String to, int days, String mark, String reason) {}

  private final Language language;
  private final DayStrip strip;

  AnnexCalendar(Language language, DayStrip strip) {
    this.language = language;
    this.strip = strip;
  }

  List<Month> months() {
    var days = new TreeMap<YearMonth, List<DayStrip.Day>>();
    strip
        .days()
        .forEach(
            day ->
                days.computeIfAbsent(YearMonth.from(day.date()), any -> new ArrayList<>())
                    .add(day));
    var title =
        DateTimeFormatter.ofPattern(language.pick("yyyy年M月", "MMMM yyyy"), language.locale());
    return days.entrySet().stream()
        .map(month -> new Month(title.format(month.getKey()), weeks(month.getValue())))
        .toList();
  }

  private List<List<Cell>> weeks(List<DayStrip.Day> days) {
    List<List<Cell>> weeks = new ArrayList<>();
    List<Cell> week = new ArrayList<>();
    for (var day : days) {
      while (week.size() < day.date().getDayOfWeek().getValue() - 1) {
        week.add(Cell.BLANK);
      }
      week.add(cell(day));
      if (week.size() == 7) {
        weeks.add(week);
        week = new ArrayList<>();
      }
    }
    if (!week.isEmpty()) {
      while (week.size() < 7) {
        week.add(Cell.BLANK);
      }
      weeks.add(week);
    }
    return weeks;
  }

  private Cell cell(DayStrip.Day day) {
    var reason = day.reason();
    var text =
        day.date()
            + language.pick("，", ", ")
            + word(day.mark())
            + (day.number() > 0 ? language.pick(" 第 ", " no. ") + day.number() : "")
            + (reason == null ? "" : language.pick("：", ": ") + language.pick(reason))
            + (day.isLast() ? language.pick("；最后一日", "; last lawful day") : "");
    return new Cell(
        Integer.toString(day.date().getDayOfMonth()),
        day.number() > 0 ? Integer.toString(day.number()) : glyph(day.mark()),
        style(day.mark()),
        text,
        day.isLast());
  }

  /** What each look means; only those that occur. */
  List<Cell> legend() {
    List<Cell> legend = new ArrayList<>();
    for (var mark : DayMark.values()) {
      if (strip.days().stream().anyMatch(day -> day.mark() == mark)) {
        var sign = mark.counts() ? "1" : glyph(mark);
        legend.add(new Cell("", sign, style(mark), meaning(mark), false));
      }
    }
    if (strip.days().stream().anyMatch(DayStrip.Day::isLast)) {
      legend.add(new Cell("", "", "blank", language.pick("最后一日", "last lawful day"), true));
    }
    return legend;
  }

  List<Row> stretches() {
    return strip.stretches().stream().map(this::row).toList();
  }

  private Row row(DayStrip.Stretch stretch) {
    var reason = stretch.reason();
    return new Row(
        stretch.from().toString(),
        stretch.to().toString(),
        stretch.days(),
        word(stretch.mark()),
        reason == null ? "" : language.pick(reason));
  }

  /** Monday first. */
  List<String> weekdays() {
    return Arrays.stream(DayOfWeek.values())
        .map(day -> day.getDisplayName(TextStyle.NARROW, language.locale()))
        .toList();
  }

  private static String style(DayMark mark) {
    return switch (mark) {
      case START -> "start";
      case COUNTED -> "counted";
      case MAKE_UP_WORKING_DAY -> "make-up";
      case LEFT_OUT -> "left-out";
      case REST_DAY -> "rest";
      case CARRIED -> "carried";
    };
  }

  private String glyph(DayMark mark) {
    return switch (mark) {
      case START -> language.pick("起", "S");
      case LEFT_OUT -> language.pick("扣", "–");
      case REST_DAY -> language.pick("休", "R");
      case CARRIED -> language.pick("延", "→");
      case COUNTED, MAKE_UP_WORKING_DAY -> "";
    };
  }

  private String word(DayMark mark) {
    return switch (mark) {
      case START -> language.pick("开始之日", "start day");
      case COUNTED -> language.pick("计入", "counted");
      case MAKE_UP_WORKING_DAY -> language.pick("调休上班，计入", "make-up working day, counted");
      case LEFT_OUT -> language.pick("扣除", "left out");
      case REST_DAY -> language.pick("休息日，不计", "rest day, passed over");
      case CARRIED -> language.pick("顺延", "carried on");
    };
  }

  private String meaning(DayMark mark) {
    return switch (mark) {
      case START -> language.pick("开始之日（不计入）", "start day (does not count)");
      case COUNTED -> language.pick("计入（数字为第几日）", "counted (the number says which)");
      case LEFT_OUT -> language.pick("期间扣除，不计入", "not counted because of a span");
      case CARRIED -> language.pick("末日非工作日，顺延", "carried on: the last day was no working day");
      case MAKE_UP_WORKING_DAY, REST_DAY -> word(mark);
    };
  }

  @Nullable String counted() {
    return strip.days().isEmpty()
        ? null
        : language.pick(
            "计入 " + strip.counted() + " 日，共 " + strip.days().size() + " 日。",
            strip.counted() + " of " + strip.days().size() + " days count.");
  }
}
