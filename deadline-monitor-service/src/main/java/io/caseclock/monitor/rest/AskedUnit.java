package io.caseclock.monitor.rest;

import io.caseclock.access.security.CurrentCaller;
import io.caseclock.directory.Directory;
import org.jspecify.annotations.Nullable;

/** The unit whose subtree is asked for: one of the caller's, and their own where none is named. */
public final class AskedUnit {

  private final Directory directory;
  private final CurrentCaller caller;

  public AskedUnit(Directory directory, CurrentCaller caller) {
    this.directory = directory;
    this.caller = caller;
  }

  /** Refuses a unit that the caller does not see as one that does not exist. */
  public String of(@Nullable String unit) {
    var visible = caller.get().requiredUnit();
    var asked = Parameters.optionalIdentifier("unit", unit);
    if (asked != null && !directory.isWithin(asked, visible)) {
      throw Parameters.refused("unit", "the id of one of your units");
    }
    return asked == null ? visible : asked;
  }
}
