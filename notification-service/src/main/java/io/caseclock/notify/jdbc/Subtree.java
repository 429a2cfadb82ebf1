package io.caseclock.notify.jdbc;

/**
 * Keeps what a person asks for within the units below a given one. The tree belongs to the
 * directory, which writes it with its own SQL, so that no row of it is mapped.
 */
public final class Subtree {

  /**
   * A condition of HQL: a unit lies in the subtree of another.
   *
   * @param unit a path to the id of the unit, such as {@code n.unit}
   * @param root the name of the parameter that holds the id of the subtree's root
   */
  public static String holds(String unit, String root) {
    return """
    cast(sql('starts_with((select path from unit where id = ?), \
    (select path from unit where id = ?))', %s, :%s) as Boolean) = true\
    """
        .formatted(unit, root);
  }

  private Subtree() {}
}
