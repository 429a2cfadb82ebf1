package io.caseclock.e2e.doors;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be named in a request, by the words of the tables: a case, a notice, a draft. */
record Things(Map<String, String> values) {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([A-Za-z]+)}}");

  Things {
    values = Map.copyOf(values);
  }

  /** The same with one thing more, or another in its place. */
  Things with(String thing, String value) {
    Map<String, String> more = new TreeMap<>(values);
    more.put(thing, value);
    return new Things(more);
  }

  /** All values; one that is part of another, as a unit's is of its case's, comes after it. */
  List<String> longestFirst() {
    return values.values().stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  /** The value of a word of the table: a thing's id, or what stands in quotes. */
  String value(String word) {
    if (word.startsWith("'")) {
      return word.substring(1, word.length() - 1);
    }
    var value = values.get(word);
    if (value == null) {
      throw new IllegalStateException("nobody made a " + word + "; there are " + values.keySet());
    }
    return value;
  }

  /** A text with each {@code {{thing}}} replaced; {@code {{fresh}}} is an id never used before. */
  String filledIn(String text) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(filling(place.group(1))));
  }

  private String filling(String word) {
    return word.equals("fresh") ? UUID.randomUUID().toString() : value(word);
  }
}
