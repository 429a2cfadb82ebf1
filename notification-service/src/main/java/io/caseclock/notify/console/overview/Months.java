package io.caseclock.notify.console.overview;

import io.caseclock.notify.console.frame.Chart;
import io.caseclock.notify.console.frame.Language;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What was due and late in each month of a year, as the monitor counts it. */
public record Months(LocalDate to, List<Group> groups) {

  /**
   * A month.
   *
   * @param key its first day
   */
  public record Group(LocalDate key, Counts counts) {}

  public record Counts(long due, long breached) {}

  /** A line each, from January up to the month of the last day; a month without any is zero. */
  public Chart chart(Language language, OverviewTexts texts) {
    var months = Arrays.stream(Month.values()).limit(to.getMonthValue()).toList();
    var locale = Locale.forLanguageTag(language.tag());
    return new Chart(
        "line",
        texts.trend(),
        months.stream().map(month -> month.getDisplayName(TextStyle.SHORT, locale)).toList(),
        List.of(
            Chart.Series.of(
                texts.due(), months.stream().mapToLong(month -> counts(month).due()).toArray()),
            Chart.Series.of(
                texts.breached(),
                months.stream().mapToLong(month -> counts(month).breached()).toArray())),
        "");
  }

  private Counts counts(Month month) {
    return groups.stream()
        .filter(group -> group.key().getMonth() == month)
        .map(Group::counts)
        .findFirst()
        .orElse(new Counts(0, 0));
  }
}
