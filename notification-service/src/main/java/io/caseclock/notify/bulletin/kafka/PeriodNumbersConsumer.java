package io.caseclock.notify.bulletin.kafka;

import io.caseclock.batch.BatchCache;
import io.caseclock.consume.kafka.BatchProcessor;
import io.caseclock.consume.kafka.Consumed;
import io.caseclock.consume.kafka.TopicConsumer;
import io.caseclock.contract.EventId;
import io.caseclock.contract.PeriodNumbers;
import io.caseclock.contract.Topics;
import io.caseclock.contract.Words;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.bulletin.IssueBulletin;
import io.caseclock.notify.jdbc.CommittedCounter;
import io.caseclock.outbox.Inbox;
import io.caseclock.wire.PeriodNumbersWire;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the monitor says on {@code period-numbers}: a batch takes effect in one transaction, each
 * period once.
 */
public final class PeriodNumbersConsumer implements TopicConsumer {

  private static final int TRANSACTION_SECONDS = 120;

  private final IssueBulletin issue;
  private final Sql sql;
  private final InstantSource clock;
  private final BatchProcessor batches;
  private final BatchCache cache;
  private final CommittedCounter counter;

  public PeriodNumbersConsumer(
      IssueBulletin issue,
      Sql sql,
      InstantSource clock,
      BatchProcessor batches,
      BatchCache cache,
      CommittedCounter counter) {
    this.issue = issue;
    this.sql = sql;
    this.clock = clock;
    this.batches = batches;
    this.cache = cache;
    this.counter = counter;
  }

  @Override
  public String topic() {
    return Topics.PERIOD_NUMBERS;
  }

  /** Returns once all of them have had their effect, durably; throws only at shutdown. */
  @Override
  public void take(List<ConsumerRecord<byte[], byte[]>> records) {
    batches.take(
        records,
        PeriodNumbersWire::read,
        batch ->
            QuarkusTransaction.requiringNew()
                .timeout(TRANSACTION_SECONDS)
                .run(() -> cache.during(() -> applyEach(batch))));
  }

  private void applyEach(List<Consumed<PeriodNumbers>> batch) {
    var now = clock.instant();
    var ids = batch.stream().map(PeriodNumbersConsumer::id).toList();
    var claimed = new HashSet<>(sql.with(connection -> Inbox.claim(connection, ids, now)));
    for (var one : batch) {
      if (claimed.remove(id(one))) {
        issue
            .issue(one.event(), now)
            .ifPresent(
                issued ->
                    counter.count("caseclock.bulletins.issued", "kind", kind(one.event()), 1));
      }
    }
  }

  private static String kind(PeriodNumbers numbers) {
    return Words.of(numbers.kind());
  }

  private static EventId id(Consumed<PeriodNumbers> one) {
    return new EventId(EventId.MONITOR, one.event().id());
  }
}
