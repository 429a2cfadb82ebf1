package io.caseclock.monitor.rest;

import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.law.Law;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was known then of what was true then: the answer to "what did we know on day X".
 *
 * @param at what is true up to then
 * @param knownBy what was known by then
 * @param isPast whether anything but now was asked for
 */
public record AsKnown(Instant at, Instant knownBy, boolean isPast) {

  /** Reads the parameters {@code asOf} and {@code knownAt}; each is now where it is missing. */
  public static AsKnown read(@Nullable String asOf, @Nullable String knownAt, Instant now) {
    var truth = Parameters.optionalInstant("asOf", asOf);
    var knowledge = Parameters.optionalInstant("knownAt", knownAt);
    return new AsKnown(
        truth == null ? now : truth,
        knowledge == null ? now : knowledge,
        truth != null || knowledge != null);
  }

  /** Whether an event is taken into account: days that it names may lie in the future. */
  public boolean takes(CaseEvent event, Law law) {
    return !event.acceptedAt().isAfter(knownBy)
        && (!event.occurredAt().isAfter(at) || law.isReferenceDay(event.type()));
  }
}
