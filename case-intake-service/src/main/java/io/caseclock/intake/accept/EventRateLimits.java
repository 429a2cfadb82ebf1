package io.caseclock.intake.accept;

import io.caseclock.access.Caller;
import io.caseclock.admission.RateLimits;
import io.caseclock.intake.source.OwnRates;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many events each client, and each source of a client, may send. The client's share is looked
 * at before a body is read, the sources' when it is known whose events they are.
 */
public final class EventRateLimits {

  /** A longer source is no sound one; it counts by its hash, so that names cost no memory. */
  private static final int LONGEST_NAME = 256;

  private final RateLimits clients;
  private final RateLimits sources;
  private final OwnRates own;

  /**
   * Counts clients and sources each against their own allowance.
   *
   * @param own of the clients that have less than the others
   */
  public EventRateLimits(RateLimits clients, RateLimits sources, OwnRates own) {
    this.clients = clients;
    this.sources = sources;
    this.own = own;
  }

  /** Zero where the caller may send, otherwise how long it has to wait. */
  public Duration untilFree(Caller caller) {
    var wait = own.untilFree(caller.name());
    return wait.isZero() ? clients.untilFree(caller.sharer()) : wait;
  }

  /**
   * Counts events that were read, before they are looked at further. Events of a request that is
   * refused for one source are counted for the client all the same: they were work.
   *
   * @return zero where all may be taken, otherwise how long to wait before they may
   */
  public Duration spend(Caller caller, List<Submission> events) {
    var wait = own.spend(caller.name(), events.size());
    if (wait.isZero()) {
      wait = clients.spend(Map.of(caller.sharer(), (long) events.size()));
    }
    return wait.isZero() ? sources.spend(bySource(caller.sharer(), events)) : wait;
  }

  private static Map<String, Long> bySource(String client, List<Submission> events) {
    Map<String, Long> costs = new HashMap<>();
    events.forEach(event -> costs.merge(client + "\n" + source(event), 1L, Long::sum));
    return costs;
  }

  private static String source(Submission event) {
    var text = String.valueOf(event.text("source"));
    return text.length() > LONGEST_NAME ? "#" + text.hashCode() : text;
  }
}
