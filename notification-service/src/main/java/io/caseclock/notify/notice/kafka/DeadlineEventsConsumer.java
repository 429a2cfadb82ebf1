package io.caseclock.notify.notice.kafka;

import io.caseclock.batch.BatchCache;
import io.caseclock.consume.kafka.BatchProcessor;
import io.caseclock.consume.kafka.Consumed;
import io.caseclock.consume.kafka.TopicConsumer;
import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Topics;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.notice.NoticeDeadlines;
import io.caseclock.notify.notice.issue.CaseUnits;
import io.caseclock.notify.notice.issue.HandleDeadlineEvent;
import io.caseclock.notify.notice.issue.KnownFaults;
import io.caseclock.notify.notice.issue.KnownFaults.ToldEvent;
import io.caseclock.notify.task.UpdateTasks;
import io.caseclock.outbox.Inbox;
import io.caseclock.wire.DeadlineEventWire;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the monitor says on {@code deadline-events}: a batch takes effect in one transaction, each
 * event once.
 */
public final class DeadlineEventsConsumer implements TopicConsumer {

  private static final int TRANSACTION_SECONDS = 120;

  private final HandleDeadlineEvent handler;
  private final KnownFaults known;
  private final UpdateTasks tasks;
  private final NoticeDeadlines deadlines;
  private final CaseUnits units;
  private final Sql sql;
  private final InstantSource clock;
  private final BatchProcessor batches;
  private final BatchCache cache;

  public DeadlineEventsConsumer(
      HandleDeadlineEvent handler,
      UpdateTasks tasks,
      KnownFaults known,
      NoticeDeadlines deadlines,
      CaseUnits units,
      Sql sql,
      InstantSource clock,
      BatchProcessor batches,
      BatchCache cache) {
    this.handler = handler;
    this.tasks = tasks;
    this.known = known;
    this.deadlines = deadlines;
    this.units = units;
    this.sql = sql;
    this.clock = clock;
    this.batches = batches;
    this.cache = cache;
  }

  @Override
  public String topic() {
    return Topics.DEADLINE_EVENTS;
  }

  /** Returns once all of them have had their effect, durably; throws only at shutdown. */
  @Override
  public void take(List<ConsumerRecord<byte[], byte[]>> records) {
    batches.take(
        records,
        DeadlineEventWire::read,
        batch ->
            QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).run(() -> apply(batch)));
  }

  private void apply(List<Consumed<DeadlineEvent>> batch) {
    cache.during(() -> applyEach(batch));
  }

  private void applyEach(List<Consumed<DeadlineEvent>> batch) {
    var now = clock.instant();
    var ids = batch.stream().map(DeadlineEventsConsumer::id).toList();
    var claimed = new HashSet<>(sql.with(connection -> Inbox.claim(connection, ids, now)));
    var news = batch.stream().filter(one -> claimed.remove(id(one))).toList();
    known.note(
        news.stream().map(one -> new ToldEvent(one.event(), one.from().value(), now)).toList());
    var events = news.stream().map(Consumed::event).toList();
    deadlines.note(events);
    units.note(events);
    handler.foresee(events, now);
    for (var one : news) {
      handler.apply(one.event(), now);
      tasks.apply(one.event(), now);
    }
  }

  private static EventId id(Consumed<DeadlineEvent> one) {
    return new EventId(EventId.MONITOR, one.event().id());
  }
}
