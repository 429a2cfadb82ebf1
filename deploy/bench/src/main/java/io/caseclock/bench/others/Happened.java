package io.caseclock.bench.others;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What happened, as it is put to the other engines.
 *
 * @param on the day of it in the zone of the law
 */
public record Happened(
    String id, String type, Subject subject, Instant at, LocalDate on, ZoneId zone) {

  static Happened of(CaseEvent event, ZoneId zone) {
    var on = event.occurredAt().atZone(zone).toLocalDate();
    return new Happened(
        event.eventId().id(), event.type(), event.subject(), event.occurredAt(), on, zone);
  }
}
