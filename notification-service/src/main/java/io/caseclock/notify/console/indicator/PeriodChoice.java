package io.caseclock.notify.console.indicator;

import io.caseclock.contract.PeriodNumbers.Kind;
import io.caseclock.notify.console.frame.Choice;
import io.caseclock.notify.indicator.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The period of a page, and those that it offers.
 *
 * @param period that is shown
 * @param name what it is called
 */
record PeriodChoice(
    Period period, String name, List<Choice> months, List<Choice> weeks, List<Choice> days) {

  private static final int MONTHS = 13;
  private static final int WEEKS = 9;
  private static final int DAYS = 8;

  /**
   * This month where nothing is asked for; empty where it is no period, or has not begun.
   *
   * @param asked as {@link Period#FORM} says
   * @param named what a period is called on the page
   */
  static Optional<PeriodChoice> of(
      @Nullable String asked, LocalDate today, Function<Period, String> named) {
    var period =
        asked == null || asked.isBlank()
            ? Optional.of(holding(Kind.MONTHLY, today))
            : Period.parse(asked.strip());
    return period
        .filter(it -> !it.from().isAfter(today))
        .map(
            it ->
                new PeriodChoice(
                    it,
                    named.apply(it),
                    newestFirst(Kind.MONTHLY, MONTHS, today, named),
                    newestFirst(Kind.WEEKLY, WEEKS, today, named),
                    newestFirst(Kind.DAILY, DAYS, today, named)));
  }

  private static List<Choice> newestFirst(
      Kind kind, int count, LocalDate today, Function<Period, String> named) {
    return holding(kind, today).upToHere(count).reversed().stream()
        .map(period -> new Choice(period.toString(), named.apply(period)))
        .toList();
  }

  private static Period holding(Kind kind, LocalDate day) {
    return new Period(kind, kind.firstOf(day));
  }

  /** Whether what is shown is none of those that are offered. */
  public boolean isOther() {
    var shown = period.toString();
    return List.of(months, weeks, days).stream()
        .flatMap(List::stream)
        .noneMatch(choice -> choice.value().equals(shown));
  }
}
