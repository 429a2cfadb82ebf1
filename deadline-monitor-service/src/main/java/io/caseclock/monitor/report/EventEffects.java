package io.caseclock.monitor.report;

import java.time.Instant;
import java.util.List;

/**
 * What an event led to.
 *
 * @param evaluatedAt when its case was evaluated with it
 */
public record EventEffects(
    String source,
    String id,
    String caseId,
    String type,
    Instant acceptedAt,
    Instant evaluatedAt,
    List<Effect> deadlines) {

  /** One deadline that it opened, moved or ended. */
  public record Effect(String deadlineId, String rule, String change, Instant at) {}

  public EventEffects {
    deadlines = List.copyOf(deadlines);
  }
}
