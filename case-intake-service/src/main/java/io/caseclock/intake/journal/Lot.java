package io.caseclock.intake.journal;

import java.util.List;

/**
 * The sound events of one request: they are kept together or, beyond the client's quota, not at
 * all.
 *
 * @param client whose quota they count against, if it has one
 */
public record Lot(String client, List<CheckedEvent> events) {

  public Lot {
    events = List.copyOf(events);
  }
}
