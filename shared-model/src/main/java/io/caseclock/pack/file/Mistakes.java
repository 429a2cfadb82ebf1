package io.caseclock.pack.file;

import io.caseclock.pack.Mistake;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that one reading reports it all. */
final class Mistakes {

  /** Nobody mends more at a time; after so many the next reading tells the others. */
  static final int MOST = 1_000;

  private static final int LONGEST = 600;

  private final List<Mistake> found = new ArrayList<>();
  private int noted;

  void add(String file, int line, String expected) {
    noted++;
    if (found.size() < MOST) {
      var text = expected.length() <= LONGEST ? expected : expected.substring(0, LONGEST) + "…";
      found.add(new Mistake(file, line, text));
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** How many were noted, also those that are not kept. */
  int count() {
    return noted;
  }

  /** Whether anything is wrong in a file, so that what it lacks may only be misspelt. */
  boolean isIn(String file) {
    return found.stream().anyMatch(mistake -> mistake.file().equals(file));
  }

  List<Mistake> all() {
    return found.stream()
        .distinct()
        .sorted(
            java.util.Comparator.comparing(Mistake::file)
                .thenComparingInt(Mistake::line)
                .thenComparing(Mistake::expected))
        .toList();
  }
}
