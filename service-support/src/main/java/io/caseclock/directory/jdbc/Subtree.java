package io.caseclock.directory.jdbc;

/** A condition in SQL: the unit is the root or lies below it. */
public final class Subtree {

  /**
   * Takes the root's id as its one parameter; holds for nothing where the root is unknown.
   *
   * @param unit the column of the unit's id, such as {@code d.unit}; never text from outside
   */
  public static String holds(String unit) {
    return unit
        + " in (select below.id from unit below"
        + " where starts_with(below.path, (select root.path from unit root where root.id = ?)))";
  }

  private Subtree() {}
}
