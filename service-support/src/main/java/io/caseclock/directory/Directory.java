package io.caseclock.directory;

import io.caseclock.access.Caller;
import io.caseclock.contract.DirectoryEvent;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
