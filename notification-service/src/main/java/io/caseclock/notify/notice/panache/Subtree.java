package io.caseclock.notify.notice.panache;

/**
 * Conditions of queries on a row {@code n} with a unit. The table {@code unit} belongs to the
 * directory and is read here only, by plain SQL inside the query.
 */
final class Subtree {

  /** The unit is {@code :root} or lies below it. */
  static final String OF_ROOT = of("root");

  /** The unit is the one that the parameter names, or lies below it. */
  static String of(String parameter) {
    return """
    cast(sql('starts_with((select path from unit where id = ?), \
    (select path from unit where id = ?))', n.unit, :PARAMETER) as Boolean) = true
    """
        .replace("PARAMETER", parameter);
  }

  private Subtree() {}
}
