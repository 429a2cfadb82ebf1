package io.caseclock.bench.events;

import io.caseclock.bench.delivery.Feed;
import io.caseclock.bench.stack.Patience;
import io.caseclock.bench.statistics.Timings;
import io.caseclock.contract.CaseEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Events that are put straight onto the topic, as intake writes them, and what the monitor makes of
 * them in time.
 */
record OnTopic(Feed feed, Evaluated evaluated, Patience patience) {

  private static final double NANOS = 1e9;

  /**
   * How the monitor kept up with a steady rate.
   *
   * @param lag how many events were on the topic and not evaluated when the last one was put there
   * @param timings from the instant at which an event was to be put there
   */
  record Steady(int perSecond, int lag, Timings timings) {

    /** Whether no more lies there than comes in a second. */
    boolean isFlat() {
      return lag <= perSecond;
    }
  }

  /** Puts them there as fast as can be; returns how many were evaluated each second. */
  double allAtOnce(List<CaseEvent> events) throws InterruptedException {
    var places = new AtomicReferenceArray<Place>(events.size());
    var began = System.nanoTime();
    for (var n = 0; n < events.size(); n++) {
      put(events.get(n), n, places);
    }
    var lasts = evaluated(places);
    return events.size() * NANOS / (Arrays.stream(lasts).max().orElseThrow() - began);
  }

  /** Puts so many there each second, whatever becomes of them. */
  Steady steadily(List<CaseEvent> events, int perSecond) throws InterruptedException {
    var places = new AtomicReferenceArray<Place>(events.size());
    var began = System.nanoTime();
    var planned = planned(began, events.size(), perSecond);
    for (var n = 0; n < events.size(); n++) {
      LockSupport.parkNanos(planned[n] - System.nanoTime());
      put(events.get(n), n, places);
    }
    var lag = (int) all(places).stream().filter(place -> !evaluated.has(place)).count();
    var done = evaluated(places);
    List<Long> took = new ArrayList<>();
    for (var n = 0; n < done.length; n++) {
      took.add(done[n] - planned[n]);
    }
    return new Steady(perSecond, lag, new Timings(took));
  }

  private static long[] planned(long began, int events, int perSecond) {
    return IntStream.range(0, events)
        .mapToLong(n -> began + (long) (n * NANOS / perSecond))
        .toArray();
  }

  private void put(CaseEvent event, int number, AtomicReferenceArray<Place> places) {
    feed.caseEvent(event, put -> places.set(number, new Place(put.partition(), put.offset())));
  }

  /** When each was evaluated, once all are. */
  private long[] evaluated(AtomicReferenceArray<Place> places) throws InterruptedException {
    var all = all(places);
    patience.await(() -> all.stream().allMatch(evaluated::has), "not all was evaluated");
    return all.stream().mapToLong(evaluated::at).toArray();
  }

  private List<Place> all(AtomicReferenceArray<Place> places) {
    feed.confirm();
    return IntStream.range(0, places.length())
        .mapToObj(n -> Objects.requireNonNull(places.get(n), "confirmed"))
        .toList();
  }
}
