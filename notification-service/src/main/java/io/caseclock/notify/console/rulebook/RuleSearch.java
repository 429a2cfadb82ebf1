package io.caseclock.notify.console.rulebook;

import static io.caseclock.notify.console.frame.Forms.text;

import io.caseclock.notify.monitor.Query;
import org.jspecify.annotations.Nullable;

/** What is searched for; an empty field asks for nothing. */
public record RuleSearch(
    String q, String element, String list, String statutory, String confidence, String after) {

  /** What came with the address; blanks around a field mean nothing. */
  static RuleSearch of(
      @Nullable String q,
      @Nullable String element,
      @Nullable String list,
      @Nullable String statutory,
      @Nullable String confidence,
      @Nullable String after) {
    return new RuleSearch(
        text(q), text(element), text(list), text(statutory), text(confidence), text(after));
  }

  Query query() {
    return Query.of("q", q)
        .and("element", element)
        .and("list", list)
        .and("statutory", statutory)
        .and("confidence", confidence)
        .and("after", after);
  }
}
