package io.caseclock.notify.console.indicator;

import io.caseclock.contract.Names;
import io.caseclock.contract.Words;
import io.caseclock.notify.console.frame.Chart;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.indicator.Counted;
import io.caseclock.notify.indicator.OwnIndicators;
import io.caseclock.notify.indicator.Period;
import io.caseclock.pack.Colour;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An indicator in one period, as the monitor tells it.
 *
 * @param percent null where nothing is known
 * @param target in percent; null where none is set
 * @param colour the word of its band; null where it has none, or nothing is known
 * @param trend twelve periods, oldest first
 */
record IndicatorLine(
    String id,
    Names names,
    long met,
    long of,
    @Nullable BigDecimal percent,
    @Nullable BigDecimal target,
    @Nullable String colour,
    @Nullable Names colourNames,
    List<Point> trend) {

  /** One period of a trend. */
  record Point(String period, long met, long of, @Nullable BigDecimal percent) {}

  /** One that this service counts. */
  static IndicatorLine of(OwnIndicators.Rate rate, List<Period> periods) {
    var indicator = rate.indicator();
    var target = indicator.target();
    var last = rate.last();
    Optional<Colour> colour = indicator.colour(last.met(), last.of());
    return new IndicatorLine(
        indicator.id(),
        indicator.names(),
        last.met(),
        last.of(),
        last.percent(),
        target == null ? null : target.value(),
        colour.map(Words::of).orElse(null),
        colour.map(Colour::names).orElse(null),
        IntStream.range(0, periods.size())
            .mapToObj(n -> point(periods.get(n), rate.counts().get(n)))
            .toList());
  }

  private static Point point(Period period, Counted counted) {
    return new Point(period.toString(), counted.met(), counted.of(), counted.percent());
  }

  /** Whether what it should reach is known and reached; null where either is not known. */
  public @Nullable Boolean reached() {
    return target == null || percent == null
        ? null
        : Boolean.valueOf(percent.compareTo(target) >= 0);
  }

  public Sparkline sparkline() {
    return Sparkline.of(trend.stream().map(Point::percent).toList());
  }

  /** The trend, with what it should reach beside it. */
  Chart chart(String title, String rateName, String targetName) {
    List<Chart.Series> series = new ArrayList<>();
    series.add(
        new Chart.Series(rateName, trend.stream().map(point -> number(point.percent())).toList()));
    if (target != null) {
      series.add(
          new Chart.Series(targetName, trend.stream().map(point -> number(target)).toList()));
    }
    return new Chart("line", title, trend.stream().map(Point::period).toList(), series, "%");
  }

  private static @Nullable Double number(@Nullable BigDecimal value) {
    return value == null ? null : Double.valueOf(value.doubleValue());
  }

  /** Its page. */
  public String path() {
    return "/indicators/" + Links.segment(id);
  }
}
