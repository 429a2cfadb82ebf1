package io.caseclock.local.sample.story;

import java.util.List;

/** A fictional officer and the post. */
public record Officer(String id, String name, String unit, List<String> roles) {

  public Officer {
    roles = List.copyOf(roles);
  }

  /** Leaves out the name. */
  @Override
  public String toString() {
    return "Officer[" + id + " " + unit + " " + roles + "]";
  }
}
