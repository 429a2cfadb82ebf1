package io.caseclock.directory;

import java.util.Set;

/** An officer's present post. */
public record OfficerEntry(String id, String name, String unit, Set<String> roles) {

  public OfficerEntry {
    roles = Set.copyOf(roles);
  }

  /** Leaves out the name. */
  @Override
  public String toString() {
    return "OfficerEntry[" + id + " " + unit + " " + roles + "]";
  }
}
