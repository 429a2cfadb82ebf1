package io.caseclock.monitor.explain.rest;

import io.caseclock.monitor.explain.DayStrip;
import io.caseclock.monitor.period.DayMark;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

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
    var title = DateTimeFormatter.ofPattern(language.pick(AnnexWords.MONTH), language.locale());
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
    var look = AnnexWords.look(day.mark());
    return new Cell(
        Integer.toString(day.date().getDayOfMonth()),
        day.number() > 0 ? Integer.toString(day.number()) : language.pick(look.sign()),
        look.style(),
        language.pick(AnnexWords.day(day)),
        day.isLast());
  }

  /** What each look means; only those that occur. */
  List<Cell> legend() {
    List<Cell> legend = new ArrayList<>();
    for (var mark : DayMark.values()) {
      if (strip.days().stream().anyMatch(day -> day.mark() == mark)) {
        var look = AnnexWords.look(mark);
        legend.add(
            new Cell(
                "",
                language.pick(look.sign()),
                look.style(),
                language.pick(look.meaning()),
                false));
      }
    }
    if (strip.days().stream().anyMatch(DayStrip.Day::isLast)) {
      legend.add(new Cell("", "", "blank", AnnexLabel.LAST.in(language), true));
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
        language.pick(AnnexWords.look(stretch.mark()).word()),
        reason == null ? "" : language.pick(reason));
  }

  /** Monday first. */
  List<String> weekdays() {
    return Arrays.stream(DayOfWeek.values())
        .map(day -> day.getDisplayName(TextStyle.NARROW, language.locale()))
        .toList();
  }

  /** How many days count; empty where none are shown. */
  String counted() {
    return strip.days().isEmpty() ? "" : language.pick(AnnexWords.counted(strip));
  }
}
