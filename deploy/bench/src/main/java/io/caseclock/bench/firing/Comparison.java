package io.caseclock.bench.firing;

import io.caseclock.bench.statistics.Rates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Ours beside the others, ratios first, and each aim beside what was reached. */
record Comparison(Rates warnings, Rates breaches, List<Rates> others) {

  /** How many times as fast as the best of db-scheduler warnings and breaches are to be fired. */
  static final double AIM_OF_WARNINGS = 20;

  static final double AIM_OF_BREACHES = 8;

  private static final String JUDGED_BY = "db-scheduler";

  static final List<String> HEAD =
      List.of(
          "warnings, times as fast",
          "breaches, times as fast",
          "side",
          "median, a second",
          "slowest",
          "fastest",
          "rounds");

  static final List<String> AIMS = List.of("times as fast", "aim", "", "what", "beside");

  List<List<String>> rows() {
    return Stream.concat(Stream.of(warnings, breaches), others.stream()).map(this::row).toList();
  }

  private List<String> row(Rates side) {
    return List.of(
        Rates.times(warnings.timesAsFastAs(side)),
        Rates.times(breaches.timesAsFastAs(side)),
        side.side(),
        Rates.whole(side.median()),
        Rates.whole(side.slowest()),
        Rates.whole(side.fastest()),
        Integer.toString(side.each().size()));
  }

  /** The aims, met or missed, beside the fastest that db-scheduler was in any way of polling. */
  List<List<String>> aims() {
    List<List<String>> aims = new ArrayList<>();
    others.stream()
        .filter(side -> side.side().startsWith(JUDGED_BY))
        .max(Comparator.comparing(Rates::median))
        .ifPresent(
            best -> {
              aims.add(aim(warnings, best, AIM_OF_WARNINGS));
              aims.add(aim(breaches, best, AIM_OF_BREACHES));
            });
    return aims;
  }

  private static List<String> aim(Rates ours, Rates best, double aim) {
    var ratio = ours.timesAsFastAs(best);
    return List.of(
        Rates.times(ratio),
        Rates.times(aim),
        ratio >= aim ? "met" : "MISSED",
        ours.side(),
        best.side());
  }
}
