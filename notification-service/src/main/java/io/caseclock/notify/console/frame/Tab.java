package io.caseclock.notify.console.frame;

/**
 * One of several views of the same list.
 *
 * @param count how many stand in it; empty where nobody counts
 */
public record Tab(String label, String count, String href, boolean isCurrent) {

  /** A tab that says how many stand in it. */
  public static Tab of(String label, long count, String href, boolean isCurrent) {
    return new Tab(label, Long.toString(count), href, isCurrent);
  }

  /** A tab that does not. */
  public static Tab of(String label, String href, boolean isCurrent) {
    return new Tab(label, "", href, isCurrent);
  }
}
