package io.caseclock.pack.file;

import io.caseclock.contract.Sha256;
import io.caseclock.pack.CalendarYear;
import io.caseclock.pack.CalendarYear.NamedDay;
import io.caseclock.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code calendars/index.yaml} and the CSV of each year: {@code date,name,kind}. */
final class CalendarReader {

  private final PackFiles files;
  private final Mistakes mistakes;

  CalendarReader(PackFiles files, Mistakes mistakes) {
    this.files = files;
    this.mistakes = mistakes;
  }

  List<CalendarYear> read(List<YamlObject> index) {
    return index.stream().map(this::year).toList();
  }

  private CalendarYear year(YamlObject item) {
    item.only("year", "notice", "provisional", "in-lieu");
    var year = item.integer("year");
    var days = days(item, year);
    if (item.has("in-lieu") && item.oneOf("in-lieu", InLieu.class) == InLieu.NEXT_WORKING_DAY) {
      days.putAll(daysInLieu(days));
    }
    return new CalendarYear(year, item.text("notice"), item.flag("provisional"), days);
  }

  /** How a holiday that falls on a weekend is made up. */
  private enum InLieu {
    NONE,
    NEXT_WORKING_DAY
  }

  /**
   * The working days after a holiday that make up for those of its days that are no working days.
   */
  private static Map<LocalDate, NamedDay> daysInLieu(Map<LocalDate, NamedDay> days) {
    Map<LocalDate, NamedDay> inLieu = new TreeMap<>();
    new TreeMap<>(days)
        .forEach(
            (day, named) -> {
              if (!named.isWorkingDay() && isWeekend(day)) {
                var other = day.plusDays(1);
                while (isWeekend(other) || days.containsKey(other) || inLieu.containsKey(other)) {
                  other = other.plusDays(1);
                }
                inLieu.put(other, named);
              }
            });
    return inLieu;
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private Map<LocalDate, NamedDay> days(YamlObject item, int year) {
    var file = "calendars/" + year + ".csv";
    Map<LocalDate, NamedDay> days = new LinkedHashMap<>();
    var text = files.texts().get(file);
    if (text == null) {
      item.mistake("year", "the file " + file + " is missing");
      return days;
    }
    if (!CsvLine.isPlain(file, text, mistakes)) {
      return days;
    }
    var lines = text.lines().toList();
    for (var i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        day(file, i + 1, CsvLine.cells(lines.get(i)), year, days);
      }
    }
    return days;
  }

  private void day(
      String file, int line, List<String> cells, int year, Map<LocalDate, NamedDay> days) {
    if (cells.size() != 3) {
      mistakes.add(file, line, "expected three cells: date,name,kind");
      return;
    }
    var kind = cells.get(2).strip();
    if (!kind.equals("off-day") && !kind.equals("make-up-workday")) {
      mistakes.add(file, line, "the kind is off-day or make-up-workday, not '" + kind + "'");
    }
    try {
      var date = LocalDate.parse(cells.get(0).strip());
      var named = new NamedDay(cells.get(1).strip(), kind.equals("make-up-workday"));
      if (date.getYear() != year) {
        mistakes.add(file, line, "the date belongs to another year's file: " + date);
      }
      if (days.put(date, named) != null) {
        mistakes.add(file, line, "the date stands twice: " + date);
      }
    } catch (DateTimeException e) {
      mistakes.add(file, line, "expected a date like 2026-01-31, not '" + cells.get(0) + "'");
    }
  }

  /** A hash of everything the calendar says, so that a change of one day is another version. */
  String version(List<CalendarYear> years) {
    Map<String, Object> content = new TreeMap<>();
    for (var year : years) {
      content.put(year.year() + (year.provisional() ? " provisional" : ""), "");
      year.days().forEach((day, named) -> content.put(day.toString(), named.isWorkingDay()));
    }
    var hash = Sha256.of(Json.text(content).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 6);
  }
}
