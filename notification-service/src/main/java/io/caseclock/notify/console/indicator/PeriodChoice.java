package io.caseclock.notify.console.indicator;

import io.caseclock.contract.PeriodNumbers.Kind;
import io.caseclock.notify.console.frame.Choice;
import io.caseclock.notify.indicator.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The period of a page, and those that it offers.
 *
 * @param period that is shown
 */
record PeriodChoice(Period period, List<Choice> months, List<Choice> weeks, List<Choice> days) {

  private static final int MONTHS = 13;
  private static final int WEEKS = 9;
  private static final int DAYS = 8;

  /**
   * This month where nothing is asked for; empty where it is no period, or has not begun.
   *
   * @param asked as {@link Period#FORM} says
   */
  static Optional<PeriodChoice> of(@Nullable String asked, LocalDate today) {
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
                    newestFirst(Kind.MONTHLY, MONTHS, today),
                    newestFirst(Kind.WEEKLY, WEEKS, today),
                    newestFirst(Kind.DAILY, DAYS, today)));
  }

  private static List<Choice> newestFirst(Kind kind, int count, LocalDate today) {
    return holding(kind, today).upToHere(count).reversed().stream()
        .map(period -> new Choice(period.toString(), label(period)))
        .toList();
  }

  private static String label(Period period) {
    return period.kind() == Kind.WEEKLY
        ? period + " (" + period.from() + " – " + period.to() + ")"
        : period.toString();
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
