package io.caseclock.monitor.rulebook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is supposed to happen in a case, for the sake of one rule.
 *
 * @param start when what starts the period happens; of a rule that counts back, the day it counts
 *     from
 * @param term a period decided in the case, ISO 8601; null for the rule's own
 * @param facts what is stated with the start
 * @param end when the act that the rule asks for is done; null where it is not
 */
public record Supposition(
    Instant start,
    @Nullable String term,
    Map<String, Object> facts,
    List<Pause> pauses,
    List<Grant> extensions,
    @Nullable Instant end) {

  /** So many pauses, extensions and facts each are read. */
  public static final int MOST = 20;

  public Supposition {
    facts = Map.copyOf(facts);
    pauses = List.copyOf(pauses);
    extensions = List.copyOf(extensions);
  }

  /**
   * A span that may not count.
   *
   * @param to null while it lasts
   * @param type the event that begins it; null for the first that the version knows
   */
  public record Pause(Instant from, @Nullable Instant to, @Nullable String type) {}

  /**
   * Extra time.
   *
   * @param adds ISO 8601, of one unit
   * @param level of who approves it; null for one that is high enough
   */
  public record Grant(String adds, Instant approvedAt, @Nullable String level) {}
}
