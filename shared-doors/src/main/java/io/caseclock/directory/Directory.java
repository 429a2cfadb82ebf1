package io.caseclock.directory;

import io.caseclock.contract.DirectoryEvent;
import java.util.List;
import java.util.Optional;

/** Units and officers as this service knows them. */
public interface Directory {

  /** Takes in news; the newest of each unit and officer holds. */
  void apply(List<DirectoryEvent> news);

  Optional<UnitEntry> unit(String unitId);

  Optional<OfficerEntry> officer(String officerId);

  /** The unit and all below it, by path; empty where the unit is unknown. */
  List<UnitEntry> subtree(String unitId);

  /** Officers posted to exactly this unit. */
  List<OfficerEntry> officersOf(String unitId);

  /** Whether {@code unitId} is {@code root} or lies below it; false where either is unknown. */
  boolean isWithin(String unitId, String root);
}
