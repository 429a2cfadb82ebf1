package io.caseclock.notify.notice.kafka;

import io.caseclock.consume.kafka.BatchProcessor;
import io.caseclock.consume.kafka.Consumed;
import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.EventId;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.cache.BatchCache;
import io.caseclock.notify.notice.issue.HandleDeadlineEvent;
import io.caseclock.notify.notice.issue.KnownFaults;
import io.caseclock.notify.notice.issue.KnownFaults.ToldEvent;
import io.caseclock.notify.task.FollowTasks;
import io.caseclock.outbox.Inbox;
import io.caseclock.wire.DeadlineEventWire;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes effect from a batch in one transaction, from each event once. */
public final class TakeInDeadlineEvents {

  static final String SOURCE = EventId.CASECLOCK + ":monitor";
  private static final int TRANSACTION_SECONDS = 120;

  private final HandleDeadlineEvent follow;
  private final KnownFaults known;
  private final FollowTasks tasks;
  private final Sql sql;
  private final InstantSource clock;
  private final BatchProcessor batches;
  private final BatchCache memory;

  public TakeInDeadlineEvents(
      HandleDeadlineEvent follow,
      FollowTasks tasks,
      KnownFaults known,
      Sql sql,
      InstantSource clock,
      BatchProcessor batches,
      BatchCache memory) {
    this.follow = follow;
    this.tasks = tasks;
    this.known = known;
    this.sql = sql;
    this.clock = clock;
    this.batches = batches;
    this.memory = memory;
  }

  /** Returns once all of them have had their effect, durably; throws only at shutdown. */
  public void take(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    batches.take(
        records,
        DeadlineEventWire::read,
        batch ->
            QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).run(() -> apply(batch)));
  }

  private void apply(List<Consumed<DeadlineEvent>> batch) {
    memory.during(() -> applyEach(batch));
  }

  private void applyEach(List<Consumed<DeadlineEvent>> batch) {
    var now = clock.instant();
    var ids = batch.stream().map(TakeInDeadlineEvents::id).toList();
    var claimed = new HashSet<>(sql.with(connection -> Inbox.claim(connection, ids, now)));
    for (var one : batch) {
      if (claimed.remove(id(one))) {
        known.note(new ToldEvent(one.event(), one.from().value(), now));
        follow.apply(one.event(), now);
        tasks.apply(one.event(), now);
      }
    }
  }

  private static EventId id(Consumed<DeadlineEvent> one) {
    return new EventId(SOURCE, one.event().id());
  }
}
