package io.caseclock.intake.journal;

/**
 * A slice of a list that is ordered by a rising number.
 *
 * @param after the number of the last item already seen; 0 to begin
 * @param limit the most items wanted
 */
public record Window(long after, int limit) {

  public static final int LARGEST = 1000;

  public Window {
    if (after < 0 || limit < 1 || limit > LARGEST) {
      throw new IllegalArgumentException("a page holds 1 to " + LARGEST + " items");
    }
  }
}
