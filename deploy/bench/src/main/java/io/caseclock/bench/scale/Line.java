package io.caseclock.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stations one behind the other. What one has done in a second reaches the next in the second
 * after, as it does by the outbox and Kafka.
 *
 * @param flows what comes at the door
 */
record Line(List<Stop> stops, List<Flow> flows) {

  /**
   * One station before it has cores.
   *
   * @param perSecond how much of each kind one core does in a second
   */
  record Stop(String name, Map<Kind, Double> perSecond) {}

  Line {
    stops = List.copyOf(stops);
    flows = List.copyOf(flows);
  }

  /**
   * Lets everything come and be done, second by second.
   *
   * @param cores of each station
   * @param seconds how long; what waits then is left
   */
  List<Course> run(List<Integer> cores, int seconds) {
    if (cores.size() != stops.size()) {
      throw new IllegalArgumentException(cores + " for " + stops.size() + " stations");
    }
    List<Tally> tallies = new ArrayList<>();
    for (var i = 0; i < stops.size(); i++) {
      tallies.add(new Tally(stops.get(i), cores.get(i)));
    }
    for (var second = 0; second < seconds; second++) {
      var coming = atTheDoor(second);
      for (var tally : tallies) {
        coming = tally.pass(coming, second);
      }
    }
    return tallies.stream().map(Tally::course).toList();
  }

  private List<Lot> atTheDoor(int second) {
    List<Lot> coming = new ArrayList<>();
    for (var flow : flows) {
      var amount = flow.at(second);
      if (amount > 0) {
        coming.add(new Lot(flow.kind(), second, amount));
      }
    }
    return coming;
  }

  /** A station and what is noted of it. */
  private static final class Tally {

    private final Stop stop;
    private final Station station;
    private List<Lot> handedOver = List.of();
    private final List<Stretch> stretches = new ArrayList<>();
    private @Nullable Stretch now;
    private double in;
    private double out;
    private int latest;

    Tally(Stop stop, int cores) {
      this.stop = stop;
      this.station = new Station(stop.perSecond(), cores);
    }

    /** Takes in what comes, and returns what the next station gets now: what was done before. */
    List<Lot> pass(List<Lot> coming, int second) {
      for (var lot : coming) {
        station.comes(lot);
        in += lot.amount();
      }
      var before = handedOver;
      handedOver = station.work();
      var late = 0;
      for (var lot : handedOver) {
        out += lot.amount();
        late = Math.max(late, second + 1 - lot.since());
      }
      latest = Math.max(latest, late);
      note(second, late);
      return before;
    }

    private void note(int second, int late) {
      var backlog = station.backlog();
      var open = now;
      if (backlog > 0) {
        now =
            open == null
                ? new Stretch(second, backlog, second, -1, late)
                : open.with(backlog, second, late);
      } else if (open != null) {
        stretches.add(open.overAt(second, late));
        now = null;
      }
    }

    Course course() {
      List<Stretch> all = new ArrayList<>(stretches);
      if (now != null) {
        all.add(now);
      }
      return new Course(stop.name(), in, out, station.backlog(), latest, all);
    }
  }
}
