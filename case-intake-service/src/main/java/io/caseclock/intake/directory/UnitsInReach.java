package io.caseclock.intake.directory;

import io.caseclock.access.Caller;
import io.caseclock.contract.DirectoryEvent.UnitRegistered;
import io.caseclock.directory.Directory;
import io.caseclock.directory.UnitEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The units below a caller's own, looked up once a request, and the units that the request itself
 * has registered so far. Not safe for several threads.
 */
public final class UnitsInReach {

  private final Directory directory;
  private final @Nullable String root;
  private final Set<String> within;
  private final Map<String, Optional<UnitEntry>> lookedUp = new HashMap<>();
  private final Map<String, Optional<String>> registeredParents = new HashMap<>();

  public UnitsInReach(Directory directory, Caller caller) {
    this.directory = directory;
    root = caller.visibleUnit().orElse(null);
    within =
        root == null
            ? new java.util.HashSet<>()
            : directory.subtree(root).stream()
                .map(UnitEntry::id)
                .collect(Collectors.toCollection(java.util.HashSet::new));
  }

  /** Whether the directory knows the unit, or this request has registered it. */
  public boolean knows(String unitId) {
    return within.contains(unitId)
        || registeredParents.containsKey(unitId)
        || stored(unitId).isPresent();
  }

  /** Whether it is the caller's own unit, or lies below it; false where it is unknown. */
  public boolean contains(String unitId) {
    return within.contains(unitId);
  }

  /** Whether it is the very unit that the caller's token names. */
  public boolean isRoot(String unitId) {
    return unitId.equals(root);
  }

  /** The unit above, where the unit is known and has one. */
  public Optional<String> parentOf(String unitId) {
    Function<UnitEntry, Optional<String>> parent = unit -> Optional.ofNullable(unit.parent());
    return registeredParents.getOrDefault(unitId, stored(unitId).flatMap(parent));
  }

  /** Takes a registration of this request into account for what follows in it. */
  public void register(UnitRegistered unit) {
    registeredParents.put(unit.id(), Optional.ofNullable(unit.parent()));
    if (isRoot(unit.id()) || (unit.parent() != null && within.contains(unit.parent()))) {
      within.add(unit.id());
    }
  }

  private Optional<UnitEntry> stored(String unitId) {
    return lookedUp.computeIfAbsent(unitId, directory::unit);
  }
}
