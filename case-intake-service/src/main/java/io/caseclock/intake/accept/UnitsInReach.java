package io.caseclock.intake.accept;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.contract.DirectoryEvent.OfficerAssigned;
import io.caseclock.contract.DirectoryEvent.OfficerAway;
import io.caseclock.contract.DirectoryEvent.UnitRegistered;
import io.caseclock.contract.Posting;
import io.caseclock.directory.Directory;
import io.caseclock.directory.OfficerEntry;
import io.caseclock.directory.UnitEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The units below a caller's own, and the units and posts that the request itself has told so far.
 * Not safe for several threads.
 */
public final class UnitsInReach {

  private final Directory directory;
  private final Instant now;
  private final @Nullable String root;
  private final boolean isAdministrator;
  private final Set<String> registeredWithin = new HashSet<>();
  private final Map<String, Optional<String>> registeredParents = new HashMap<>();
  private final Map<String, NavigableMap<Instant, String>> assignedPosts = new HashMap<>();

  /** As of {@code now}: what was posted for later does not count yet. */
  public UnitsInReach(Directory directory, Caller caller, Instant now) {
    this.directory = directory;
    this.now = now;
    isAdministrator = caller.is(Role.ADMINISTRATOR);
    root = caller.visibleUnit().orElse(null);
  }

  /** Whether the directory knows the unit, or this request has registered it. */
  public boolean knows(String unitId) {
    return registeredParents.containsKey(unitId) || stored(unitId).isPresent();
  }

  /** Whether it is the caller's own unit, or lies below it; false where it is unknown. */
  public boolean contains(String unitId) {
    return registeredWithin.contains(unitId)
        || (root != null && stored(unitId).filter(unit -> unit.isWithin(root)).isPresent());
  }

  /** Whether it is the very unit that the caller's token names. */
  public boolean isRoot(String unitId) {
    return unitId.equals(root);
  }

  /** On whose behalf the caller posts an event that names this unit. */
  public Posting posting(String unitId) {
    return new Posting(
        root == null ? Posting.WHOLE_TREE : root,
        root == null ? null : stored(root).map(UnitEntry::kind).orElse(null),
        isAdministrator,
        stored(unitId).map(UnitEntry::path).orElse(null));
  }

  /** The unit above, where the unit is known and has one. */
  public Optional<String> parentOf(String unitId) {
    Function<UnitEntry, Optional<String>> parent = unit -> Optional.ofNullable(unit.parent());
    return registeredParents.getOrDefault(unitId, stored(unitId).flatMap(parent));
  }

  /** Takes a registration of this request into account for what follows in it. */
  public void register(UnitRegistered unit) {
    registeredParents.put(unit.id(), Optional.ofNullable(unit.parent()));
    if (isRoot(unit.id()) || (unit.parent() != null && contains(unit.parent()))) {
      registeredWithin.add(unit.id());
    }
  }

  /** Takes a post of this request into account for what follows in it. */
  public void assign(OfficerAssigned post) {
    assignedPosts.computeIfAbsent(post.id(), id -> new TreeMap<>()).put(post.since(), post.unit());
  }

  /** The unit of the officer's present post; empty where the officer is unknown or has none yet. */
  public Optional<String> postOf(String officer) {
    return postOf(officer, now);
  }

  /** The unit of the officer's post at that instant. */
  public Optional<String> postOf(String officer, Instant at) {
    return directory
        .officer(officer, at)
        .map(OfficerEntry::unit)
        .or(() -> assignedPost(officer, at));
  }

  private Optional<String> assignedPost(String officer, Instant at) {
    return Optional.ofNullable(assignedPosts.get(officer))
        .map(posts -> posts.floorEntry(at))
        .map(Map.Entry::getValue);
  }

  /**
   * Where an absence is filed: the officer's present unit, else the one at its beginning, else the
   * caller's own; the empty text where nobody knows.
   */
  public String unitOf(OfficerAway away) {
    return postOf(away.officer())
        .or(() -> postOf(away.officer(), away.from()))
        .or(() -> Optional.ofNullable(root))
        .orElse("");
  }

  private Optional<UnitEntry> stored(String unitId) {
    return directory.unit(unitId);
  }
}
