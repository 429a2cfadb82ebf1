package io.caseclock.e2e;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * What a part of a list says of its licence: a name, or an expression of SPDX, in which {@code AND}
 * binds more closely than {@code OR}.
 */
record LicenceTerms(String text) {

  private static final String EITHER = "OR";
  private static final String BOTH = "AND";
  private static final String EXCEPTION = "WITH";
  private static final String OPEN = "(";
  private static final String CLOSE = ")";

  static LicenceTerms of(String text) {
    return new LicenceTerms(text);
  }

  /** Whether who takes only licences of these may take it. */
  boolean areMetBy(Set<String> allowed) {
    var words = new ArrayDeque<>(List.of(spaced().split("\\s+")));
    return allowed.contains(text) || (oneIsMet(words, allowed) && words.isEmpty());
  }

  private String spaced() {
    return text.replace(OPEN, " ( ").replace(CLOSE, " ) ").strip();
  }

  private static boolean oneIsMet(Deque<String> words, Set<String> allowed) {
    var met = allAreMet(words, allowed);
    while (EITHER.equals(words.peek())) {
      words.pop();
      met |= allAreMet(words, allowed);
    }
    return met;
  }

  private static boolean allAreMet(Deque<String> words, Set<String> allowed) {
    var met = isMet(words, allowed);
    while (BOTH.equals(words.peek())) {
      words.pop();
      met &= isMet(words, allowed);
    }
    return met;
  }

  private static boolean isMet(Deque<String> words, Set<String> allowed) {
    var word = words.pop();
    if (word.equals(OPEN)) {
      var met = oneIsMet(words, allowed);
      return CLOSE.equals(words.poll()) && met;
    }
    if (EXCEPTION.equals(words.peek())) {
      return allowed.contains(String.join(" ", word, words.pop(), words.pop()));
    }
    return allowed.contains(word);
  }
}
