package io.caseclock.intake.accept;

import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.Names;
import io.caseclock.directory.Absence;
import io.caseclock.directory.Directory;
import io.caseclock.directory.OfficerEntry;
import io.caseclock.directory.UnitEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A directory without a database: paths are given, not computed. */
final class InMemoryDirectory implements Directory {

  private final Map<String, UnitEntry> units = new LinkedHashMap<>();
  private final Map<String, TreeMap<Instant, OfficerEntry>> officers = new LinkedHashMap<>();

  InMemoryDirectory unit(String id, @Nullable String parent, String path) {
    units.put(id, new UnitEntry(id, parent, new Names("测试", "Test"), "station", path));
    return this;
  }

  InMemoryDirectory officer(String id, String unit, Instant since) {
    var post = new OfficerEntry(id, "张测试", unit, Set.of("officer"), Map.of());
    officers.computeIfAbsent(id, key -> new TreeMap<>()).put(since, post);
    return this;
  }

  @Override
  public void apply(List<DirectoryEvent> news) {
    throw new UnsupportedOperationException("the journal applies news");
  }

  @Override
  public Optional<UnitEntry> unit(String unitId) {
    return Optional.ofNullable(units.get(unitId));
  }

  @Override
  public Optional<OfficerEntry> officer(String officerId) {
    return officer(officerId, IntakeDesk.NOW);
  }

  @Override
  public Optional<OfficerEntry> officer(String officerId, Instant at) {
    return Optional.ofNullable(officers.get(officerId))
        .map(posts -> posts.floorEntry(at))
        .map(Map.Entry::getValue);
  }

  @Override
  public List<UnitEntry> subtree(String unitId) {
    return unit(unitId).stream()
        .flatMap(
            root -> units.values().stream().filter(unit -> unit.path().startsWith(root.path())))
        .toList();
  }

  @Override
  public List<OfficerEntry> officersOf(String unitId) {
    return officersOf(unitId, IntakeDesk.NOW);
  }

  @Override
  public List<OfficerEntry> officersOf(String unitId, Instant at) {
    return officers.keySet().stream()
        .flatMap(id -> officer(id, at).stream())
        .filter(officer -> officer.unit().equals(unitId))
        .toList();
  }

  @Override
  public Optional<Absence> absence(String officerId, Instant at) {
    throw new UnsupportedOperationException("intake asks of no absence");
  }

  @Override
  public boolean isWithin(String unitId, String root) {
    return subtree(root).stream().anyMatch(unit -> unit.id().equals(unitId));
  }

  @Override
  public boolean isAboveAll(String unitId) {
    throw new UnsupportedOperationException("intake asks of no whole tree");
  }
}
