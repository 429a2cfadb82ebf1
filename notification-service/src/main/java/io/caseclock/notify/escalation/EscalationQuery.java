package io.caseclock.notify.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of the escalations that somebody looks for.
 *
 * @param root the unit whose subtree the caller sees; nothing outside it is found
 * @param state one of {@link #STATES}; empty for all
 * @param after the last one of the page before
 * @param limit from 1 to 500
 */
public record EscalationQuery(
    String root,
    Optional<String> state,
    EscalationFilter filter,
    EscalationOrder order,
    Optional<Cursor> after,
    int limit) {

  /** The names of all states: nobody has taken it on, somebody has, it is over. */
  public static final List<String> STATES = List.of("climbing", "acknowledged", "ended");

  public EscalationQuery {
    if (limit < 1 || limit > 500) {
      throw new IllegalArgumentException("a page holds 1 to 500 escalations, not " + limit);
    }
  }

  /**
   * A place between two escalations of the list.
   *
   * @param rank of the severity, from 0
   * @param at the instant of the breach, or of the next step
   */
  public record Cursor(int rank, Instant at, String id) {}

  /**
   * A page.
   *
   * @param next the place behind its last one; empty where nothing comes behind it
   */
  public record Found(List<Escalation> escalations, Optional<Cursor> next) {

    public Found {
      escalations = List.copyOf(escalations);
    }
  }
}
