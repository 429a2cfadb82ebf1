package io.caseclock.local.sample.story;

import org.jspecify.annotations.Nullable;

/**
 * A unit of the fictional sub-bureau.
 *
 * @param parent null for the root
 * @param kind as the directory knows it: {@code sub-bureau}, {@code legal}, {@code brigade} or
 *     {@code station}
 * @param weight its share of the work, against the others of its kind
 * @param conduct how well it keeps to its limits
 */
public record Unit(
    String id,
    @Nullable String parent,
    String zh,
    String en,
    String kind,
    int weight,
    Conduct conduct) {

  /** The precinct system that sends the unit's events. */
  public String source() {
    return "urn:precinct:" + id;
  }
}
