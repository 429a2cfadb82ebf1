package io.caseclock.notify.level.kafka;

import io.caseclock.batch.BatchCache;
import io.caseclock.consume.kafka.BatchProcessor;
import io.caseclock.consume.kafka.TopicConsumer;
import io.caseclock.contract.Topics;
import io.caseclock.notify.level.TakeLevel;
import io.caseclock.wire.CaseLevelWire;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The newest statement about each case holds: a batch takes effect in one transaction. */
public final class CaseLevelsConsumer implements TopicConsumer {

  private static final int TRANSACTION_SECONDS = 120;

  private final TakeLevel takeLevel;
  private final InstantSource clock;
  private final BatchProcessor batches;
  private final BatchCache cache;

  public CaseLevelsConsumer(
      TakeLevel takeLevel, InstantSource clock, BatchProcessor batches, BatchCache cache) {
    this.takeLevel = takeLevel;
    this.clock = clock;
    this.batches = batches;
    this.cache = cache;
  }

  @Override
  public String topic() {
    return Topics.CASE_LEVELS;
  }

  /** Returns once all of them have had their effect, durably; throws only at shutdown. */
  @Override
  public void take(List<ConsumerRecord<byte[], byte[]>> records) {
    batches.take(
        records,
        CaseLevelWire::read,
        batch ->
            QuarkusTransaction.requiringNew()
                .timeout(TRANSACTION_SECONDS)
                .run(
                    () ->
                        cache.during(
                            () ->
                                batch.forEach(
                                    one -> takeLevel.take(one.event(), clock.instant())))));
  }
}
