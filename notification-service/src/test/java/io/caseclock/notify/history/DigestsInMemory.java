package io.caseclock.notify.history;

import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineEvent.Digest;
import io.caseclock.contract.DeadlineSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Digests without a database. */
public final class DigestsInMemory implements ReleasedDigests {

  private final Map<String, List<DeadlineSnapshot>> waiting = new HashMap<>();
  private final Map<String, Instant> newest = new HashMap<>();

  @Override
  public int add(Digest digest, DeadlineAlarm breach, Instant at) {
    var kept = waiting.computeIfAbsent(digest.id(), any -> new ArrayList<>());
    kept.add(breach.deadline());
    newest.put(digest.id(), at);
    return kept.size();
  }

  @Override
  public List<DeadlineSnapshot> take(String digest, Instant at) {
    newest.remove(digest);
    var taken = waiting.remove(digest);
    return taken == null ? List.of() : taken;
  }

  @Override
  public List<String> stalledSince(Instant instant, int limit) {
    return newest.entrySet().stream()
        .filter(each -> each.getValue().isBefore(instant))
        .map(Map.Entry::getKey)
        .sorted()
        .limit(limit)
        .toList();
  }
}
