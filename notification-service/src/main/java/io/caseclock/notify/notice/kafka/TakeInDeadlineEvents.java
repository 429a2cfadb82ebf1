package io.caseclock.notify.notice.kafka;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.EventId;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.kafka.DeadLetters;
import io.caseclock.notify.kafka.FailureReason;
import io.caseclock.notify.kafka.Patience;
import io.caseclock.notify.notice.FollowDeadlines;
import io.caseclock.outbox.Inbox;
import io.caseclock.wire.DeadlineEventWire;
import io.caseclock.wire.MalformedRecordException;
import io.caseclock.wire.WireRecord;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes effect from a batch in one transaction. Where that fails for a reason that waiting does not
 * mend, each record gets a transaction of its own, so that only the bad one is put aside.
 */
public final class TakeInDeadlineEvents {

  static final String SOURCE = EventId.CASECLOCK + ":monitor";
  private static final int ATTEMPTS = 3;

  private final FollowDeadlines follow;
  private final Sql sql;
  private final InstantSource clock;
  private final Patience patience;
  private final DeadLetters deadLetters;

  public TakeInDeadlineEvents(
      FollowDeadlines follow,
      Sql sql,
      InstantSource clock,
      Patience patience,
      DeadLetters deadLetters) {
    this.follow = follow;
    this.sql = sql;
    this.clock = clock;
    this.patience = patience;
    this.deadLetters = deadLetters;
  }

  /** Returns once all of them have had their effect, durably; throws only at shutdown. */
  public void take(List<ConsumerRecord<String, byte[]>> records) {
    List<Arrived> arrived = new ArrayList<>();
    records.forEach(consumed -> read(consumed).ifPresent(arrived::add));
    if (arrived.isEmpty()) {
      return;
    }
    try {
      patience.inTransaction(topic(arrived), () -> apply(arrived));
    } catch (RuntimeException e) {
      if (Patience.isPassing(e)) {
        throw e;
      }
      arrived.forEach(this::takeAlone);
    }
  }

  private Optional<Arrived> read(ConsumerRecord<String, byte[]> consumed) {
    try {
      var event = DeadlineEventWire.read(WireRecord.of(consumed));
      return Optional.of(new Arrived(consumed, new EventId(SOURCE, event.id()), event));
    } catch (MalformedRecordException | IllegalArgumentException | NullPointerException e) {
      deadLetters.put(consumed, FailureReason.MALFORMED, e);
      return Optional.empty();
    }
  }

  private void takeAlone(Arrived one) {
    for (var attempt = 1; ; attempt++) {
      try {
        patience.inTransaction(one.consumed().topic(), () -> apply(List.of(one)));
        return;
      } catch (RuntimeException e) {
        if (Patience.isPassing(e)) {
          throw e;
        }
        if (attempt == ATTEMPTS) {
          deadLetters.put(one.consumed(), FailureReason.BUG, e);
          return;
        }
      }
    }
  }

  private void apply(List<Arrived> arrived) {
    var now = clock.instant();
    var ids = arrived.stream().map(Arrived::id).toList();
    var claimed = new HashSet<>(sql.with(connection -> Inbox.claim(connection, ids, now)));
    for (var one : arrived) {
      if (claimed.remove(one.id())) {
        follow.apply(one.event(), now);
      }
    }
  }

  private static String topic(List<Arrived> arrived) {
    return arrived.getFirst().consumed().topic();
  }

  private record Arrived(
      ConsumerRecord<String, byte[]> consumed, EventId id, DeadlineEvent event) {}
}
