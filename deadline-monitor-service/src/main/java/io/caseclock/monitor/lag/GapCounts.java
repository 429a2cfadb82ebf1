package io.caseclock.monitor.lag;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How often gaps of about each length came. What is old weighs less, so that a source that mends
 * its ways is believed after some weeks.
 *
 * @param weights one a bucket
 */
public record GapCounts(List<Double> weights) {

  /** After so long a gap weighs half. */
  public static final Duration HALF_LIFE = Duration.ofDays(7);

  /** The longest gap of each bucket, inclusive; in the last one is whatever is longer. */
  private static final List<Duration> LONGEST =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(20),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(6));

  public static final int BUCKETS = LONGEST.size() + 1;

  /** Fewer tell nothing. */
  private static final double FEWEST = 20;

  private static final double USUAL = 0.95;

  public GapCounts {
    weights = List.copyOf(weights);
    if (weights.size() != BUCKETS) {
      throw new IllegalArgumentException("there are " + BUCKETS + " buckets");
    }
  }

  /** The weight of each bucket; one for each of {@link #BUCKETS}. */
  public static GapCounts of(double[] weights) {
    return new GapCounts(Arrays.stream(weights).boxed().toList());
  }

  /** In which bucket a gap counts. */
  static int bucketOf(Duration gap) {
    var bucket = 0;
    while (bucket < LONGEST.size() && gap.compareTo(LONGEST.get(bucket)) > 0) {
      bucket++;
    }
    return bucket;
  }

  /** Within which time nineteen of twenty came; empty where there are too few of them. */
  Optional<Duration> usual(Duration longest) {
    var all = weights.stream().mapToDouble(Double::doubleValue).sum();
    if (all < FEWEST) {
      return Optional.empty();
    }
    var sum = 0.0;
    for (var bucket = 0; bucket < LONGEST.size(); bucket++) {
      sum += weights.get(bucket);
      if (sum >= all * USUAL) {
        return Optional.of(LONGEST.get(bucket));
      }
    }
    return Optional.of(longest);
  }
}
