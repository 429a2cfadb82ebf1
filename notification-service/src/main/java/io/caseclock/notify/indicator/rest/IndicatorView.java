package io.caseclock.notify.indicator.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.caseclock.contract.Names;
import io.caseclock.contract.Words;
import io.caseclock.notify.indicator.OwnIndicators.Rate;
import io.caseclock.notify.indicator.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of one period.
 *
 * @param met the numerator
 * @param of the denominator
 * @param percent to one place, rounded down; null where nothing was counted
 * @param target the percentage that it should reach; null where none is set
 * @param colour the word of its band; null where it has none, or nothing was counted
 * @param trend twelve periods, the one that was asked for last
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record IndicatorView(
    String id,
    Names names,
    long met,
    long of,
    @Nullable BigDecimal percent,
    @Nullable BigDecimal target,
    @Nullable String colour,
    List<Point> trend) {

  /** One period of a trend. */
  public record Point(String period, long met, long of) {}

  static IndicatorView of(Rate rate, List<Period> periods) {
    var indicator = rate.indicator();
    var target = indicator.target();
    var last = rate.last();
    return new IndicatorView(
        indicator.id(),
        indicator.names(),
        last.met(),
        last.of(),
        last.percent(),
        target == null ? null : target.value(),
        indicator.colour(last.met(), last.of()).map(Words::of).orElse(null),
        IntStream.range(0, periods.size()).mapToObj(n -> point(rate, periods, n)).toList());
  }

  private static Point point(Rate rate, List<Period> periods, int n) {
    var counted = rate.counts().get(n);
    return new Point(periods.get(n).toString(), counted.met(), counted.of());
  }
}
