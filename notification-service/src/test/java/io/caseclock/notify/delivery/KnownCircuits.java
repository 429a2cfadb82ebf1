package io.caseclock.notify.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Circuits in memory. */
public final class KnownCircuits implements Circuits {

  private final Map<String, Circuit> circuits = new HashMap<>();

  @Override
  public Circuit of(String channel, Instant now) {
    return circuits.getOrDefault(channel, Circuit.closed(now));
  }

  @Override
  public Map<String, Circuit> all() {
    return Map.copyOf(circuits);
  }

  @Override
  public Circuit lock(String channel, Instant now) {
    return of(channel, now);
  }

  @Override
  public void save(String channel, Circuit circuit) {
    circuits.put(channel, circuit);
  }
}
