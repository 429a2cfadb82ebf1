package io.caseclock.local.sample.story;

import java.util.List;
import java.util.Map;

/**
 * A fictional officer and the post.
 *
 * @param contacts {@code email} and {@code mobile}, where the officer can be reached by them
 */
public record Officer(
    String id, String name, String unit, List<String> roles, Map<String, String> contacts) {

  public Officer {
    roles = List.copyOf(roles);
    contacts = Map.copyOf(contacts);
  }

  /** Leaves out the name and the contacts. */
  @Override
  public String toString() {
    return "Officer[" + id + " " + unit + " " + roles + "]";
  }
}
