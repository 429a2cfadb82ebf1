package io.caseclock.local.file;

import java.util.Set;

/** Where the cells of a column belong, as its heading says. */
sealed interface Column {

  Set<String> ATTRIBUTES =
      Set.of("id", "source", "type", "subject", "time", "recordedtime", "historyuntil");

  /** Those of the attributes that are instants. */
  Set<String> TIMES = Set.of("time", "recordedtime", "historyuntil");

  Set<String> PLAIN_DATA = Set.of("unit", "officer", "caseId");
  String DATA = "data.";
  String FACTS = "facts.";
  String COMMENT = "#";

  /** An attribute of the event itself. */
  record Attribute(String name) implements Column {}

  /** A member of its data. */
  record Data(String name) implements Column {}

  /** A fact in its data. */
  record Fact(String name) implements Column {}

  /** Something for people, such as the reason in a list of the rejected. */
  record Comment() implements Column {}

  /** A heading that nobody knows, or none. */
  record Unknown(String heading) implements Column {}

  static Column of(String heading) {
    if (ATTRIBUTES.contains(heading)) {
      return new Attribute(heading);
    }
    if (PLAIN_DATA.contains(heading)) {
      return new Data(heading);
    }
    if (heading.startsWith(DATA) && heading.length() > DATA.length()) {
      return new Data(heading.substring(DATA.length()));
    }
    if (heading.startsWith(FACTS) && heading.length() > FACTS.length()) {
      return new Fact(heading.substring(FACTS.length()));
    }
    return heading.startsWith(COMMENT) ? new Comment() : new Unknown(heading);
  }

  default boolean isOfEvent() {
    return this instanceof Attribute || this instanceof Data || this instanceof Fact;
  }
}
