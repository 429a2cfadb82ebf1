package io.caseclock.directory;

import io.caseclock.access.Caller;
import io.caseclock.contract.DirectoryEvent;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Units and officers as this service knows them, the officers as of any instant. */
public interface Directory {

  /**
   * Takes in news, in any order and any number of times: the newest word on each unit, on each post
   * by its beginning, and on each absence holds.
   */
  void apply(List<DirectoryEvent> news);

  Optional<UnitEntry> unit(String unitId);

  /** The officer's post now, by this service's clock. */
  Optional<OfficerEntry> officer(String officerId);

  /** The officer's post at that instant; empty before the first post begins. */
  Optional<OfficerEntry> officer(String officerId, Instant at);

  /** The unit and all below it, by path; empty where the unit is unknown. */
  List<UnitEntry> subtree(String unitId);

  /** Officers posted to exactly this unit now, by this service's clock. */
  List<OfficerEntry> officersOf(String unitId);

  /** Officers posted to exactly this unit at that instant, by id; the absent included. */
  List<OfficerEntry> officersOf(String unitId, Instant at);

  /** The officer's absence at that instant; of several, the one that began last. */
  Optional<Absence> absence(String officerId, Instant at);

  /** Those of these units that are known, by id. */
  default Map<String, UnitEntry> units(Collection<String> ids) {
    Map<String, UnitEntry> found = new HashMap<>();
    ids.forEach(id -> unit(id).ifPresent(unit -> found.put(id, unit)));
    return found;
  }

  /** The posts of these officers at that instant, by officer; none before the first begins. */
  default Map<String, OfficerEntry> officers(Collection<String> ids, Instant at) {
    Map<String, OfficerEntry> found = new HashMap<>();
    ids.forEach(id -> officer(id, at).ifPresent(post -> found.put(id, post)));
    return found;
  }

  /** {@link #officersOf(String, Instant)} of each of these units; empty lists left out. */
  default Map<String, List<OfficerEntry>> officersOf(Collection<String> units, Instant at) {
    Map<String, List<OfficerEntry>> found = new HashMap<>();
    units.forEach(unit -> found.put(unit, officersOf(unit, at)));
    found.values().removeIf(List::isEmpty);
    return found;
  }

  /** {@link #absence} of each of these officers who is away, by officer. */
  default Map<String, Absence> absences(Collection<String> officers, Instant at) {
    Map<String, Absence> found = new HashMap<>();
    officers.forEach(id -> absence(id, at).ifPresent(absence -> found.put(id, absence)));
    return found;
  }

  /**
   * Looks up at once what a batch will ask of these units, of whoever is posted to them and of
   * these officers at that instant. It only saves time: what else is asked is answered, too.
   */
  default void foresee(Collection<String> units, Collection<String> officers, Instant at) {}

  /** The unit and those above it, nearest first; the unit alone where it is unknown. */
  default List<String> line(String unitId) {
    List<String> line = new ArrayList<>(List.of(unitId));
    unit(unitId).map(UnitEntry::ancestors).ifPresent(line::addAll);
    return List.copyOf(line);
  }

  /** Whether {@code unitId} is {@code root} or lies below it; false where either is unknown. */
  boolean isWithin(String unitId, String root);

  /** Whether every known unit is this one or lies below it; false where this one is unknown. */
  boolean isAboveAll(String unitId);

  /**
   * Refuses whoever does not stand above the whole tree, with a {@link ProblemException}: what
   * concerns all units is for those bound to none, or to a unit that has none above it.
   */
  default void requireWholeTree(Caller caller) {
    var isBelow =
        caller
            .visibleUnit()
            .filter(own -> unit(own).map(UnitEntry::parent).isPresent() || unit(own).isEmpty())
            .isPresent();
    if (isBelow) {
      throw new ProblemException(
          ProblemType.NOT_ALLOWED,
          "This concerns all units. Ask an administrator at the root of the tree.");
    }
  }
}
