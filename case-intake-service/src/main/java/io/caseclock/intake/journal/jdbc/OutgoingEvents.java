package io.caseclock.intake.journal.jdbc;

import io.caseclock.contract.Topics;
import io.caseclock.intake.journal.JournalEntry;
import io.caseclock.outbox.OutboxRecord;
import io.caseclock.wire.CaseEventWire;
import io.caseclock.wire.DirectoryEventWire;
import java.time.Instant;

/** What others learn of a kept entry. */
final class OutgoingEvents {

  private OutgoingEvents() {}

  static OutboxRecord of(JournalEntry entry, Instant acceptedAt) {
    var news = entry.news();
    return news == null
        ? OutboxRecord.of(Topics.CASE_EVENTS, CaseEventWire.write(entry.asCaseEvent(acceptedAt)))
        : OutboxRecord.of(
            Topics.DIRECTORY, DirectoryEventWire.write(news, entry.eventId(), entry.occurredAt()));
  }
}
