package io.caseclock.notify.notice.issue;

import io.caseclock.directory.Directory;
import io.caseclock.notify.level.HiddenCases;

/** Tells whether a case belongs to other units, as far as this service knows. */
public final class CaseOwnership {

  private final CaseUnits known;
  private final Directory directory;
  private final HiddenCases hidden;

  public CaseOwnership(CaseUnits known, Directory directory, HiddenCases hidden) {
    this.hidden = hidden;
    this.known = known;
    this.directory = directory;
  }

  /**
   * Whether everything that is known of the case belongs to units beside the subtree, or it is
   * hidden from whoever asks; false where nothing is known, and where a part of it belongs to the
   * subtree, as after a hand-over.
   */
  public boolean isForeign(String caseId, String root) {
    if (hidden.now().cases().contains(caseId)) {
      return true;
    }
    var units = known.unitsOf(caseId);
    return !units.isEmpty() && units.stream().noneMatch(unit -> directory.isWithin(unit, root));
  }
}
