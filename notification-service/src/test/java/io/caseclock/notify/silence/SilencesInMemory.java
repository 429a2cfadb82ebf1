package io.caseclock.notify.silence;

import io.caseclock.directory.Directory;
import io.caseclock.notify.silence.Silence.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Silences in memory; the messages that they hold back are looked at again when told so. */
final class SilencesInMemory implements Silences, SilencedMessages {

  final Map<String, Silence> kept = new LinkedHashMap<>();
  final List<Instant> reconsidered = new ArrayList<>();
  private final Directory directory;

  SilencesInMemory(Directory directory) {
    this.directory = directory;
  }

  @Override
  public List<Silence> inForce(Instant now) {
    return kept.values().stream().filter(one -> one.standing(now) == Standing.IN_FORCE).toList();
  }

  @Override
  public List<Silence> within(String rootUnit, int limit) {
    return kept.values().stream()
        .filter(one -> directory.isWithin(one.unit(), rootUnit))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Silence> within(String rootUnit, SilenceGroup group, Instant now, int limit) {
    return within(rootUnit, Integer.MAX_VALUE).stream()
        .filter(one -> SilenceGroup.of(one.standing(now)) == group)
        .limit(limit)
        .toList();
  }

  @Override
  public void add(Silence silence) {
    kept.put(silence.id(), silence);
  }

  @Override
  public Optional<Silence> locked(String id, String rootUnit) {
    return within(rootUnit, Integer.MAX_VALUE).stream()
        .filter(one -> one.id().equals(id))
        .findFirst();
  }

  @Override
  public void decide(Silence silence) {
    kept.put(silence.id(), silence);
  }

  @Override
  public void reconsider(Instant now) {
    reconsidered.add(now);
  }
}
