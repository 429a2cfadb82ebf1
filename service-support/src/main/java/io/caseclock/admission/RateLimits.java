package io.caseclock.admission;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts what each name sends against one allowance (token buckets). Names that were not heard of
 * longest are forgotten beyond {@link #MOST_NAMES}, so that a caller who invents names costs no
 * memory; a forgotten name starts anew. For any number of threads.
 */
public final class RateLimits {

  /** The most names that are remembered. */
  public static final int MOST_NAMES = 10_000;

  private static final double NANOS_A_SECOND = 1e9;

  private final RateLimit allowance;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Starts with full buckets.
   *
   * @param nanos a clock that never goes back, in nanoseconds from anywhere
   */
  public RateLimits(RateLimit allowance, LongSupplier nanos) {
    this.allowance = allowance;
    this.nanos = nanos;
  }

  /**
   * Spends for all names, or for none where one has not enough left. What is more than a whole
   * burst is let through with a full bucket and leaves a debt.
   *
   * @return zero where it was spent, otherwise how long to wait before it can be
   */
  public synchronized Duration spend(Map<String, Long> costs) {
    var longest = 0d;
    for (var cost : costs.entrySet()) {
      var bucket = bucket(cost.getKey());
      bucket.asked = Math.min(cost.getValue(), allowance.burst());
      longest = Math.max(longest, bucket.asked - bucket.left);
    }
    if (longest > 0) {
      return waitFor(longest);
    }
    costs.forEach((name, cost) -> bucket(name).left -= cost);
    forgetOldest();
    return Duration.ZERO;
  }

  /**
   * Zero where the name owes nothing and may send one more, otherwise how long to wait until it may
   * send as much as it last wanted to: what is sent again then is not refused once more.
   */
  public synchronized Duration untilFree(String name) {
    var bucket = bucket(name);
    forgetOldest();
    return bucket.left < 1 ? waitFor(Math.max(1, bucket.asked) - bucket.left) : Duration.ZERO;
  }

  /** How many names are remembered. */
  public synchronized int names() {
    return buckets.size();
  }

  private Duration waitFor(double missing) {
    return Duration.ofNanos((long) Math.ceil(missing / allowance.perSecond() * NANOS_A_SECOND));
  }

  private Bucket bucket(String name) {
    var now = nanos.getAsLong();
    var bucket = buckets.computeIfAbsent(name, unknown -> new Bucket(allowance.burst(), now));
    var earned = (now - bucket.at) / NANOS_A_SECOND * allowance.perSecond();
    bucket.left = Math.min(allowance.burst(), bucket.left + earned);
    bucket.at = now;
    return bucket;
  }

  private void forgetOldest() {
    var oldest = buckets.keySet().iterator();
    while (buckets.size() > MOST_NAMES) {
      oldest.next();
      oldest.remove();
    }
  }

  private static final class Bucket {
    private double left;
    private long at;
    private long asked;

    Bucket(double left, long at) {
      this.left = left;
      this.at = at;
    }
  }
}
