package io.caseclock.bench.scale;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One service at work: whatever waits is taken in its order, by as much as its cores can do. */
final class Station {

  /** Less than this of anything is nothing: sums of fractions do not come out even. */
  private static final double NOTHING = 1e-9;

  private final Map<Kind, Double> perSecond;
  private final double cores;
  private final Deque<Lot> waiting = new ArrayDeque<>();
  private double backlog;

  /**
   * @param perSecond how much of each kind one core does in a second; a kind that is absent does
   *     not come here
   */
  Station(Map<Kind, Double> perSecond, double cores) {
    if (cores <= 0 || perSecond.values().stream().anyMatch(rate -> rate <= 0)) {
      throw new IllegalArgumentException(cores + " cores, " + perSecond);
    }
    this.perSecond = new EnumMap<>(perSecond);
    this.cores = cores;
  }

  void comes(Lot lot) {
    if (!perSecond.containsKey(lot.kind())) {
      throw new IllegalArgumentException(lot.kind() + " does not come here");
    }
    if (lot.amount() > NOTHING) {
      waiting.addLast(lot);
      backlog += lot.amount();
    }
  }

  /** Works for one second, and returns what is done by its end. */
  List<Lot> work() {
    List<Lot> done = new ArrayList<>();
    var left = cores;
    while (left > NOTHING && !waiting.isEmpty()) {
      var first = waiting.removeFirst();
      var rate = perSecond.getOrDefault(first.kind(), 0.0);
      var able = Math.min(first.amount(), left * rate);
      var rest = first.amount() - able;
      if (rest > NOTHING) {
        waiting.addFirst(first.of(rest));
      } else {
        able = first.amount();
      }
      done.add(first.of(able));
      left -= able / rate;
      backlog -= able;
    }
    if (waiting.isEmpty()) {
      backlog = 0;
    }
    return done;
  }

  /** How much waits. */
  double backlog() {
    return backlog;
  }
}
