package io.caseclock.monitor.statistics.rest;

import io.caseclock.contract.Names;
import io.caseclock.contract.Words;
import io.caseclock.monitor.statistics.IndicatorRate;
import io.caseclock.monitor.statistics.Rate;
import io.caseclock.pack.Colour;
import io.caseclock.pack.Indicator;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator in one period.
 *
 * @param met the numerator
 * @param of the denominator
 * @param percent to one place, rounded down; null where nothing was due
 * @param target what it should reach, in percent; null where nothing is asked
 * @param reached whether it does; null where nothing is asked or was due
 * @param colour the pack's band; null where it has none or nothing was due
 * @param trend twelve periods, oldest first, this one included
 */
public record IndicatorView(
    String id,
    Names names,
    long met,
    long of,
    @Nullable BigDecimal percent,
    @Nullable BigDecimal target,
    @Nullable Boolean reached,
    @Nullable String colour,
    @Nullable Names colourNames,
    List<PointView> trend) {

  /** One period of the trend. */
  public record PointView(String period, long met, long of, @Nullable BigDecimal percent) {

    static PointView of(IndicatorRate.Point point) {
      var rate = point.rate();
      return new PointView(point.period().name(), rate.met(), rate.of(), rate.percent());
    }
  }

  static IndicatorView of(IndicatorRate found) {
    var indicator = found.indicator();
    var rate = found.rate();
    var target = indicator.target();
    var colour = colour(indicator, rate);
    return new IndicatorView(
        indicator.id(),
        indicator.names(),
        rate.met(),
        rate.of(),
        rate.percent(),
        target == null ? null : target.value(),
        target == null || rate.of() == 0 ? null : target.isReachedBy(rate.met(), rate.of()),
        colour == null ? null : Words.of(colour),
        colour == null ? null : colour.names(),
        found.trend().stream().map(PointView::of).toList());
  }

  static @Nullable Colour colour(Indicator indicator, Rate rate) {
    return indicator.colour(rate.met(), rate.of()).orElse(null);
  }
}
