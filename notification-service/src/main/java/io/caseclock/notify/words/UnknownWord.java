package io.caseclock.notify.words;

import java.util.Collection;
import java.util.List;

/**
 * A word that means nothing here.
 *
 * @param place where it stands, as the steps of a JSON pointer: {@code routes/0/match/kinds/1}
 * @param word as it was sent
 * @param known the words that there are, in order
 */
public record UnknownWord(String place, String word, List<String> known) {

  /** So many are named; the rest is in the packs and the directory. */
  private static final int MOST_NAMED = 100;

  private static final int LONGEST_SAID = 60;

  public UnknownWord {
    known = List.copyOf(known);
  }

  /** Of a word that is none of these, in whatever order they come. */
  public static UnknownWord among(String place, String word, Collection<String> known) {
    return new UnknownWord(place, word, known.stream().sorted().distinct().toList());
  }

  /** Completes a sentence that begins with the place. */
  public String message() {
    var said = word.substring(0, Math.min(LONGEST_SAID, word.length()));
    if (known.isEmpty()) {
      return "is left out, since there is none; not '" + said + "'";
    }
    var named = String.join(", ", known.subList(0, Math.min(MOST_NAMED, known.size())));
    var others = known.size() > MOST_NAMED ? " and others" : "";
    return "is one of " + named + others + "; not '" + said + "'";
  }
}
