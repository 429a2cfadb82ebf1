package io.caseclock.notify.console.frame;

import io.caseclock.access.security.CurrentCaller;
import io.caseclock.directory.Directory;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The units of which the visitor may know who serves there and what is open: the own subtree. */
@RequestScoped
public class OwnUnits {

  private final Directory directory;
  private final CurrentCaller caller;

  @Inject
  OwnUnits(Directory directory, CurrentCaller caller) {
    this.directory = directory;
    this.caller = caller;
  }

  /** False for a unit that nobody knows, but the visitor's own. */
  public boolean hold(String unit) {
    return caller
        .get()
        .visibleUnit()
        .filter(root -> root.equals(unit) || directory.isWithin(unit, root))
        .isPresent();
  }

  /** Whether the officer is posted to one of them now. */
  public boolean holdOfficer(String officer) {
    return directory.officer(officer).filter(post -> hold(post.unit())).isPresent();
  }

  /** Refuses a unit beside them as one that is not there. */
  public void require(String unit) {
    if (!hold(unit)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "There is no such unit among yours.");
    }
  }
}
