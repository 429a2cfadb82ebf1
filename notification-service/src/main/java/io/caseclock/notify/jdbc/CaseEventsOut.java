package io.caseclock.notify.jdbc;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.Topics;
import io.caseclock.jdbc.Sql;
import io.caseclock.outbox.Outbox;
import io.caseclock.outbox.OutboxRecord;
import io.caseclock.wire.CaseEventWire;
import java.time.Instant;
import java.util.List;

/** What this service adds to the timeline of a case: topic {@code notice-events}, by the outbox. */
public final class CaseEventsOut {

  private final Sql sql;

  public CaseEventsOut(Sql sql) {
    this.sql = sql;
  }

  /** In the caller's transaction. */
  public void append(List<CaseEvent> events, Instant at) {
    var records =
        events.stream()
            .map(event -> OutboxRecord.of(Topics.NOTICE_EVENTS, CaseEventWire.write(event)))
            .toList();
    sql.with(
        connection -> {
          Outbox.append(connection, records, at);
          return records.size();
        });
  }
}
