package io.caseclock.notify.jdbc;

import io.caseclock.batch.BatchCache;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.Topics;
import io.caseclock.jdbc.Sql;
import io.caseclock.outbox.Outbox;
import io.caseclock.outbox.OutboxRecord;
import io.caseclock.wire.CaseEventWire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What this service adds to the timeline of a case: topic {@code notice-events}, by the outbox;
 * what one batch adds goes there together, at its end.
 */
public final class CaseEventsOut {

  private static final List<Object> PENDING = List.of("case events to append");

  private final Sql sql;
  private final BatchCache batch;

  public CaseEventsOut(Sql sql, BatchCache batch) {
    this.sql = sql;
    this.batch = batch;
  }

  /** Records of one moment. */
  private record Appended(List<OutboxRecord> records, Instant at) {}

  /** In the caller's transaction. */
  public void append(List<CaseEvent> events, Instant at) {
    var records =
        events.stream()
            .map(event -> OutboxRecord.of(Topics.NOTICE_EVENTS, CaseEventWire.write(event)))
            .toList();
    if (batch.isRunning()) {
      pending().add(new Appended(records, at));
    } else {
      write(records, at);
    }
  }

  private List<Appended> pending() {
    return batch.gathered(PENDING, ArrayList::new, this::write);
  }

  /** In the order in which they were appended, with the moment of the first. */
  private void write(List<Appended> all) {
    write(all.stream().flatMap(one -> one.records().stream()).toList(), all.getFirst().at());
  }

  private void write(List<OutboxRecord> records, Instant at) {
    sql.with(
        connection -> {
          Outbox.append(connection, records, at);
          return records.size();
        });
  }
}
