package io.caseclock.monitor.lag;

import io.caseclock.contract.EventId;
import io.caseclock.monitor.watch.ArrivalGap;
import io.caseclock.monitor.watch.SourceWaits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long alarms wait for a case to come to rest, by what its source usually does. What was
 * counted here goes to the other replicas with each {@link #exchange}, and what they counted comes
 * back; a replica that dies loses only what it counted since.
 */
public final class LearnedWaits implements SourceWaits {

  private final SourceGaps gaps;
  private final WaitSettings settings;
  private final InstantSource clock;

  // counted since the last exchange; guarded by this
  private Map<String, double[]> counted = new HashMap<>();

  // replaced as a whole by whichever thread exchanges
  private volatile Map<String, Duration> waits = Map.of();

  public LearnedWaits(SourceGaps gaps, WaitSettings settings, InstantSource clock) {
    this.gaps = gaps;
    this.settings = settings;
    this.clock = clock;
  }

  /** What CaseClock itself adds does not come in pieces. */
  @Override
  public Duration of(String source) {
    if (source.equals(EventId.CASECLOCK) || source.startsWith(EventId.CASECLOCK + ":")) {
      return settings.shortest();
    }
    return waits.getOrDefault(source, settings.unknown());
  }

  @Override
  public Duration longest() {
    return settings.longest();
  }

  /** Learns from gaps; several threads may. */
  public synchronized void learn(List<ArrivalGap> observed) {
    for (var one : observed) {
      var weights = counted.computeIfAbsent(one.source(), any -> new double[GapCounts.BUCKETS]);
      weights[GapCounts.bucketOf(one.gap())]++;
    }
  }

  /** Hands over what was counted and takes in what all replicas know. */
  public void exchange() {
    var now = clock.instant();
    var mine = takeCounted();
    if (!mine.isEmpty()) {
      gaps.add(mine, now);
    }
    Map<String, Duration> learned = new HashMap<>();
    gaps.all(now)
        .forEach(
            (source, counts) ->
                counts
                    .usual(settings.longest())
                    .ifPresent(usual -> learned.put(source, bounded(usual))));
    waits = Map.copyOf(learned);
  }

  private synchronized Map<String, GapCounts> takeCounted() {
    Map<String, GapCounts> taken = new HashMap<>();
    counted.forEach((source, weights) -> taken.put(source, GapCounts.of(weights)));
    counted = new HashMap<>();
    return taken;
  }

  private Duration bounded(Duration usual) {
    if (usual.compareTo(settings.shortest()) < 0) {
      return settings.shortest();
    }
    return usual.compareTo(settings.longest()) > 0 ? settings.longest() : usual;
  }
}
