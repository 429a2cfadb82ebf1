package io.caseclock.monitor.example;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The events of one example or supposition: everything concerns one made-up case, and all is known
 * at once.
 */
public final class ExampleStory {

  public static final String CASE = "A990001";

  private final Set<CaseEvent> events = new LinkedHashSet<>();

  /** Adds an event; the id is its number. */
  public EventId happens(String type, Instant at, Map<String, Object> data) {
    var id = new EventId("urn:example:1", "e" + (events.size() + 1));
    var accepted = at.plus(Duration.ofMinutes(5));
    events.add(
        new CaseEvent(
            id, type, Subject.ofCase(CASE), CASE, at, accepted, null, "X0101", "O1", data));
    return id;
  }

  public Set<CaseEvent> events() {
    return events;
  }
}
