package io.caseclock.monitor.present;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How many deadlines stand how; what was not counted is zero. */
public record Figures(Map<Figure, Long> counts) {

  public static final Figures NONE = new Figures(Map.of());

  public Figures {
    Map<Figure, Long> all = new EnumMap<>(Figure.class);
    for (var figure : Figure.values()) {
      all.put(figure, counts.getOrDefault(figure, 0L));
    }
    counts = Collections.unmodifiableMap(all);
  }

  public long of(Figure figure) {
    return counts.getOrDefault(figure, 0L);
  }

  /** Those of two groups together. */
  public Figures plus(Figures other) {
    Map<Figure, Long> sum = new EnumMap<>(Figure.class);
    for (var figure : Figure.values()) {
      sum.put(figure, of(figure) + other.of(figure));
    }
    return new Figures(sum);
  }
}
