package io.caseclock.pack.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody may have meant who wrote another one. */
final class Nearest {

  /** Longer words are not compared letter by letter. */
  private static final int LONGEST = 100;

  /** What to add to a message about an unknown word; empty where none is near. */
  static String hint(String word, Collection<String> known) {
    return to(word, known).map(near -> "; did you mean '" + near + "'?").orElse("");
  }

  /** The nearest known word, unless more than every third letter differs. */
  private static Optional<String> to(String word, Collection<String> known) {
    return known.stream()
        .filter(other -> other.length() <= LONGEST && word.length() <= LONGEST)
        .filter(other -> distance(word, other) <= Math.max(word.length(), other.length()) / 3)
        .min(
            Comparator.comparingInt((String other) -> distance(word, other))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** How many letters have to be put in, left out or replaced (Levenshtein). */
  private static int distance(String one, String other) {
    var row = new int[other.length() + 1];
    for (var column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (var at = 1; at <= one.length(); at++) {
      var diagonal = row[0];
      row[0] = at;
      for (var column = 1; column < row.length; column++) {
        var replaced = diagonal + (one.charAt(at - 1) == other.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
      }
    }
    return row[other.length()];
  }

  private Nearest() {}
}
