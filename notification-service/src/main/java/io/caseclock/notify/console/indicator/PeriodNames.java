package io.caseclock.notify.console.indicator;

import io.caseclock.contract.Names;
import io.caseclock.notify.indicator.Period;
import io.caseclock.notify.message.MessageTexts;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** What people call a day, a week or a month. */
final class PeriodNames {

  private static final DateTimeFormatter MONTH_ZH = zh("yyyy年M月");
  private static final DateTimeFormatter MONTH_EN = en("MMMM yyyy");
  private static final DateTimeFormatter SHORT_DAY_ZH = zh("M月d日");
  private static final DateTimeFormatter SHORT_DAY_EN = en("d MMM");

  private PeriodNames() {}

  static Names of(Period period) {
    return switch (period.kind()) {
      case DAILY -> MessageTexts.day(period.from());
      case WEEKLY -> week(period);
      case MONTHLY -> new Names(MONTH_ZH.format(period.from()), MONTH_EN.format(period.from()));
    };
  }

  private static Names week(Period period) {
    var year = period.from().get(IsoFields.WEEK_BASED_YEAR);
    var number = period.from().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    return new Names(
        "%d年第%d周（%s至%s）"
            .formatted(
                year, number, SHORT_DAY_ZH.format(period.from()), SHORT_DAY_ZH.format(period.to())),
        "Week %d of %d (%s to %s)"
            .formatted(
                number,
                year,
                SHORT_DAY_EN.format(period.from()),
                SHORT_DAY_EN.format(period.to())));
  }

  private static DateTimeFormatter zh(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  private static DateTimeFormatter en(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
