package io.caseclock.monitor.statistics;

import io.caseclock.pack.Indicator;
import java.util.List;

/**
 * An indicator in one period.
 *
 * @param rate met in time, of those that were due by now, of the rules that name the indicator
 * @param trend the same in twelve periods, oldest first, this one included
 */
public record IndicatorRate(Indicator indicator, Rate rate, List<Point> trend) {

  /** One period of the trend. */
  public record Point(ReportPeriod period, Rate rate) {}

  public IndicatorRate {
    trend = List.copyOf(trend);
  }
}
