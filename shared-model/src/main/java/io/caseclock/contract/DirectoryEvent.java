package io.caseclock.contract;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the directory topic says of units and officers; the newest record of a key holds. */
public sealed interface DirectoryEvent {

  /**
   * A bureau, sub-bureau, brigade or station.
   *
   * @param parent the unit above; null for the root
   * @param kind {@code bureau}, {@code sub-bureau}, {@code brigade}, {@code legal} or {@code
   *     station}
   */
  record UnitRegistered(String id, @Nullable String parent, Names names, String kind)
      implements DirectoryEvent {}

  /**
   * An officer's present post.
   *
   * @param roles in alphabetical order; wire names such as {@code officer}, {@code legal-officer},
   *     {@code supervisor}
   */
  record OfficerAssigned(String id, String name, String unit, Set<String> roles)
      implements DirectoryEvent {
    public OfficerAssigned {
      roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    }

    /** Leaves out the name. */
    @Override
    public String toString() {
      return "OfficerAssigned[" + id + " " + unit + " " + roles + "]";
    }
  }
}
