package io.caseclock.directory;

import java.util.Map;
import java.util.Set;

/**
 * An officer's post as of an instant.
 *
 * @param contacts {@code email}, {@code mobile}; either may be absent
 */
public record OfficerEntry(
    String id, String name, String unit, Set<String> roles, Map<String, String> contacts) {

  public OfficerEntry {
    roles = Set.copyOf(roles);
    contacts = Map.copyOf(contacts);
  }

  /** Leaves out the name and the contacts. */
  @Override
  public String toString() {
    return "OfficerEntry[" + id + " " + unit + " " + roles + "]";
  }
}
