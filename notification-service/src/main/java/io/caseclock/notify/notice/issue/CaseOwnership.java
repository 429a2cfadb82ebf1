package io.caseclock.notify.notice.issue;

import io.caseclock.directory.Directory;

/** Tells whether a case belongs to other units, as far as this service knows. */
public final class CaseOwnership {

  private final CaseUnits known;
  private final Directory directory;

  public CaseOwnership(CaseUnits known, Directory directory) {
    this.known = known;
    this.directory = directory;
  }

  /**
   * Whether everything that is known of the case belongs to units beside the subtree; false where
   * nothing is known, and where a part of it belongs to the subtree, as after a hand-over.
   */
  public boolean isForeign(String caseId, String root) {
    var units = known.unitsOf(caseId);
    return !units.isEmpty() && units.stream().noneMatch(unit -> directory.isWithin(unit, root));
  }
}
