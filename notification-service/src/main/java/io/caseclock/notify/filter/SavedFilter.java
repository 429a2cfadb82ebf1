package io.caseclock.notify.filter;

import java.time.Instant;
import java.util.UUID;

/**
 * A filter under a name.
 *
 * @param owner as {@link KeepFilters#owner} says
 * @param query as it stands in an address, parameters in their usual order
 */
public record SavedFilter(UUID id, String owner, String name, String query, Instant savedAt) {

  SavedFilter named(String other) {
    return new SavedFilter(id, owner, other, query, savedAt);
  }

  /** Leaves out the name, which is somebody's own words. */
  @Override
  public String toString() {
    return "SavedFilter[" + id + "]";
  }
}
