package io.caseclock.intake.journal.jdbc;

import io.caseclock.contract.Topics;
import io.caseclock.intake.journal.CheckedEvent;
import io.caseclock.outbox.OutboxRecord;
import io.caseclock.wire.CaseEventWire;
import io.caseclock.wire.DirectoryEventWire;
import java.time.Instant;

/** What others learn of a kept event. */
final class OutgoingEvents {

  private OutgoingEvents() {}

  static OutboxRecord of(CheckedEvent event, Instant acceptedAt) {
    var news = event.news();
    return news == null
        ? OutboxRecord.of(Topics.CASE_EVENTS, CaseEventWire.write(event.asCaseEvent(acceptedAt)))
        : OutboxRecord.of(
            Topics.DIRECTORY, DirectoryEventWire.write(news, event.eventId(), event.occurredAt()));
  }
}
