package io.caseclock.pack;

import java.time.Instant;
import java.util.Map;

/**
 * A worked example of a pack: one row of {@code examples.csv}, as it was written.
 *
 * @param line where it stands, counted from one
 * @param start when the starting event happened
 * @param circumstances what else happened, by its keyword: {@code tolling}, {@code extensions} …
 * @param due what a person worked out by hand; for a period in days the last second of its last day
 * @param why one sentence that says how
 */
public record Example(
    int line,
    String id,
    String rule,
    Instant start,
    Map<String, String> circumstances,
    Instant due,
    String why) {

  public Example {
    circumstances = Map.copyOf(circumstances);
  }
}
