package io.caseclock.intake.source;

import io.caseclock.admission.RateLimit;
import io.caseclock.admission.RateLimits;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The rates of single clients, as they were when they were read last: asking for one costs no
 * question to the database. A client's rate is shared by all its units, and may be used at once
 * after a pause for as many seconds as that of all clients. For any number of threads.
 */
public final class OwnRates {

  private final Supplier<Map<String, Long>> kept;
  private final RateLimit ofAll;
  private final LongSupplier nanos;

  /** By client; written while the lock of this is held. */
  private volatile Map<String, OwnRate> rates = Map.of();

  /** Keeps what was spent, as long as the rate stays the same. */
  private record OwnRate(long perSecond, RateLimits limits) {}

  /**
   * @param kept events a second by client, as they are kept now
   * @param ofAll what each client may send
   * @param nanos a clock that never goes back, in nanoseconds from anywhere
   */
  public OwnRates(Supplier<Map<String, Long>> kept, RateLimit ofAll, LongSupplier nanos) {
    this.kept = kept;
    this.ofAll = ofAll;
    this.nanos = nanos;
  }

  /** The largest rate that makes a difference, in events a second. */
  public long most() {
    return ofAll.perSecond();
  }

  /** Reads the rates again: after a change, and every so often for those of other replicas. */
  public synchronized void readAgain() {
    Map<String, OwnRate> read = new HashMap<>();
    kept.get().forEach((client, perSecond) -> read.put(client, rate(client, perSecond)));
    rates = Map.copyOf(read);
  }

  private OwnRate rate(String client, long perSecond) {
    var before = rates.get(client);
    return before != null && before.perSecond() == perSecond ? before : anew(perSecond);
  }

  private OwnRate anew(long perSecond) {
    var burst = (long) ((double) ofAll.burst() / ofAll.perSecond() * perSecond);
    var limit = new RateLimit(perSecond, Math.max(1, burst));
    return new OwnRate(perSecond, new RateLimits(limit, nanos));
  }

  /** Zero where the client may send, otherwise how long it has to wait. */
  public Duration untilFree(String client) {
    var own = rates.get(client);
    return own == null ? Duration.ZERO : own.limits().untilFree(client);
  }

  /**
   * Counts events of the client.
   *
   * @return zero where all may be taken, otherwise how long to wait before they may
   */
  public Duration spend(String client, long events) {
    var own = rates.get(client);
    return own == null ? Duration.ZERO : own.limits().spend(Map.of(client, events));
  }
}
