package io.caseclock.directory;

import io.caseclock.batch.BatchCache;
import io.caseclock.contract.DirectoryEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A directory that is asked each thing once in a batch. */
public final class CachedDirectory implements Directory {

  private final Directory directory;
  private final BatchCache memory;

  public CachedDirectory(Directory directory, BatchCache memory) {
    this.directory = directory;
    this.memory = memory;
  }

  @Override
  public void apply(List<DirectoryEvent> news) {
    directory.apply(news);
  }

  @Override
  public Optional<UnitEntry> unit(String unitId) {
    return memory.remembered(List.of("unit", unitId), () -> directory.unit(unitId));
  }

  @Override
  public Map<String, UnitEntry> units(Collection<String> unitIds) {
    var unknown =
        unitIds.stream().filter(id -> !memory.knows(List.of("unit", id))).distinct().toList();
    var read = unknown.isEmpty() ? Map.<String, UnitEntry>of() : directory.units(unknown);
    Map<String, UnitEntry> units = new HashMap<>();
    for (var id : unitIds) {
      memory
          .remembered(List.of("unit", id), () -> Optional.ofNullable(read.get(id)))
          .ifPresent(unit -> units.put(id, unit));
    }
    return units;
  }

  @Override
  public Optional<OfficerEntry> officer(String officerId) {
    return memory.remembered(List.of("officer", officerId), () -> directory.officer(officerId));
  }

  @Override
  public Optional<OfficerEntry> officer(String officerId, Instant at) {
    return memory.remembered(
        List.of("officer", officerId, at), () -> directory.officer(officerId, at));
  }

  /** Five questions, whatever their number; nothing outside a batch. */
  @Override
  public void foresee(Collection<String> units, Collection<String> officers, Instant at) {
    if (!memory.isRunning()) {
      return;
    }
    units(units(units).values().stream().flatMap(unit -> unit.ancestors().stream()).toList());
    var posted = directory.officersOf(units, at);
    units.forEach(
        unit ->
            memory.remembered(
                List.of("officersOf", unit, at), () -> posted.getOrDefault(unit, List.of())));
    Map<String, OfficerEntry> people = new HashMap<>(directory.officers(officers, at));
    posted.values().stream().flatMap(List::stream).forEach(one -> people.put(one.id(), one));
    Set<String> all = new LinkedHashSet<>(officers);
    all.addAll(people.keySet());
    keep(all, people, id -> List.of("officer", id, at));
    keep(all, directory.absences(all, at), id -> List.of("absence", id, at));
  }

  private <T> void keep(
      Collection<String> ids, Map<String, T> found, Function<String, List<Object>> key) {
    ids.forEach(id -> memory.remembered(key.apply(id), () -> Optional.ofNullable(found.get(id))));
  }

  @Override
  public List<UnitEntry> subtree(String unitId) {
    return memory.remembered(List.of("subtree", unitId), () -> directory.subtree(unitId));
  }

  @Override
  public List<OfficerEntry> officersOf(String unitId) {
    return memory.remembered(List.of("officersOf", unitId), () -> directory.officersOf(unitId));
  }

  @Override
  public List<OfficerEntry> officersOf(String unitId, Instant at) {
    return memory.remembered(
        List.of("officersOf", unitId, at), () -> directory.officersOf(unitId, at));
  }

  @Override
  public Optional<Absence> absence(String officerId, Instant at) {
    return memory.remembered(
        List.of("absence", officerId, at), () -> directory.absence(officerId, at));
  }

  @Override
  public boolean isWithin(String unitId, String root) {
    return memory.remembered(
        List.of("isWithin", unitId, root), () -> directory.isWithin(unitId, root));
  }

  @Override
  public boolean isAboveAll(String unitId) {
    return memory.remembered(List.of("isAboveAll", unitId), () -> directory.isAboveAll(unitId));
  }
}
