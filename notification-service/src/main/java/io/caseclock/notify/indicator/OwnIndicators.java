package io.caseclock.notify.indicator;

import io.caseclock.pack.Indicator;
import io.caseclock.pack.Indicator.Reads;
import io.caseclock.pack.Pack;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The indicators of the packs that this service counts. */
public final class OwnIndicators {

  private final List<Indicator> indicators;
  private final Map<Reads, StretchCounter> counters;

  /**
   * @param packs of one id the first pack's indicator holds
   * @param counters one for each rate that is not one of deadlines
   */
  public OwnIndicators(List<Pack> packs, Map<Reads, StretchCounter> counters) {
    Map<String, Indicator> byId = new LinkedHashMap<>();
    packs.stream()
        .flatMap(pack -> pack.indicators().values().stream())
        .filter(indicator -> !indicator.reads().isOfDeadlines())
        .forEach(indicator -> byId.putIfAbsent(indicator.id(), indicator));
    this.indicators = List.copyOf(byId.values());
    this.counters = new EnumMap<>(counters);
  }

  /**
   * One indicator.
   *
   * @param counts one for each period that was asked for, in their order
   */
  public record Rate(Indicator indicator, List<Counted> counts) {
    public Rate {
      counts = List.copyOf(counts);
    }

    /** Of the last period. */
    public Counted last() {
      return counts.getLast();
    }
  }

  /**
   * All of them.
   *
   * @param periods that follow each other
   */
  public List<Rate> rates(String unit, List<Period> periods, ZoneId zone) {
    var stretches = Period.stretches(periods, zone);
    return indicators.stream()
        .map(one -> new Rate(one, counter(one.reads()).count(unit, stretches)))
        .toList();
  }

  private StretchCounter counter(Reads reads) {
    var counter = counters.get(reads);
    if (counter == null) {
      throw new IllegalStateException("nobody counts " + reads);
    }
    return counter;
  }
}
