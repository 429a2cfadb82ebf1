package io.caseclock.intake.journal;

import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.Names;
import io.caseclock.directory.Directory;
import io.caseclock.directory.OfficerEntry;
import io.caseclock.directory.UnitEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A directory without a database: paths are given, not computed. */
final class InMemoryDirectory implements Directory {

  private final Map<String, UnitEntry> units = new LinkedHashMap<>();
  private final Map<String, OfficerEntry> officers = new LinkedHashMap<>();

  InMemoryDirectory unit(String id, @Nullable String parent, String path) {
    units.put(id, new UnitEntry(id, parent, new Names("测试", "Test"), "station", path));
    return this;
  }

  InMemoryDirectory officer(String id, String unit) {
    officers.put(id, new OfficerEntry(id, "张测试", unit, Set.of("officer")));
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
    return Optional.ofNullable(officers.get(officerId));
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
    return officers.values().stream().filter(officer -> officer.unit().equals(unitId)).toList();
  }

  @Override
  public boolean isWithin(String unitId, String root) {
    return subtree(root).stream().anyMatch(unit -> unit.id().equals(unitId));
  }
}
