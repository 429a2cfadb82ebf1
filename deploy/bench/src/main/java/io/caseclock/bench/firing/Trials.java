package io.caseclock.bench.firing;

import io.caseclock.bench.statistics.Rates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * All sides in turn, round by round, each round beginning with another one, so that a busy moment
 * strikes all alike.
 *
 * @param cases how many are due at the beginning of each trial
 * @param longest how long a trial may take; one that is not done then counts with what it fired
 */
record Trials(DataSource database, List<Side> sides, int cases, Duration longest) {

  private static final Duration WARM_UP = Duration.ofSeconds(3);

  /** Lets each side run uncounted, so that the JVM has compiled what is run. */
  void warmUp() throws Exception {
    for (var side : sides) {
      side.makeDue(cases);
      var fired = side.fire(cases, WARM_UP);
      System.out.printf("  warm-up %-45s %,9.0f a second%n", side.name(), fired.perSecond());
    }
  }

  List<Rates> run(int rounds) throws Exception {
    Map<String, List<Double>> rates = new LinkedHashMap<>();
    sides.forEach(side -> rates.put(side.name(), new ArrayList<>()));
    for (var round = 0; round < rounds; round++) {
      var inTurn = new ArrayList<>(sides);
      Collections.rotate(inTurn, -round);
      for (var side : inTurn) {
        var fired = trial(side);
        rates.computeIfAbsent(side.name(), any -> new ArrayList<>()).add(fired.perSecond());
        System.out.printf(
            "  round %d %-45s %,9d in %5.1f s, %,9.0f a second%n",
            round + 1, side.name(), fired.deadlines(), fired.nanos() / 1e9, fired.perSecond());
      }
    }
    return rates.entrySet().stream()
        .map(entry -> new Rates(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Fired trial(Side side) throws Exception {
    side.makeDue(cases);
    var fired = side.fire(cases, longest);
    var tally = Tally.of(DueCases.ids(cases), OutboxRows.keys(database));
    if (tally.doubled() > 0 || tally.strange() > 0) {
      throw new IllegalStateException(side.name() + " without any failure: " + tally);
    }
    if (fired.deadlines() >= cases && !tally.isExact()) {
      throw new IllegalStateException(side.name() + " says that it is done: " + tally);
    }
    return fired;
  }
}
