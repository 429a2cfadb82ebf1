package io.caseclock.notify.jdbc;

/**
 * Keeps what a person asks for within the units below a given one. The tree belongs to the
 * directory, which writes it with its own SQL, so that no row of it is mapped.
 */
public final class Subtree {

  /**
   * A condition of HQL: a unit lies in the subtree of another. The units of the subtree are looked
   * up once for a whole statement.
   *
   * @param unit a path to the id of the unit, such as {@code n.unit}
   * @param root the name of the parameter that holds the id of the subtree's root
   */
  public static String holds(String unit, String root) {
    return """
    cast(sql('(? in (select below.id from unit below where starts_with(below.path, \
    (select root.path from unit root where root.id = ?))))', %s, :%s) as Boolean) = true\
    """
        .formatted(unit, root);
  }

  private Subtree() {}
}
