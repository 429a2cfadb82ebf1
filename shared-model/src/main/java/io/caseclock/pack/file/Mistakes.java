package io.caseclock.pack.file;

import io.caseclock.pack.Mistake;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that one reading reports it all. */
final class Mistakes {

  private final List<Mistake> found = new ArrayList<>();

  void add(String file, int line, String expected) {
    found.add(new Mistake(file, line, expected));
  }

  boolean isEmpty() {
    return found.isEmpty();
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
