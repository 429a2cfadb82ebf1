package io.caseclock.monitor.watch.kafka;

import io.caseclock.consume.kafka.BatchProcessor;
import io.caseclock.consume.kafka.Consumed;
import io.caseclock.consume.kafka.DatabaseRetry;
import io.caseclock.consume.kafka.DeadLetters;
import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.limit.QuarantineReason;
import io.caseclock.monitor.watch.TakeInEvents;
import io.caseclock.wire.CaseEventWire;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes polled batches to the use case. The events of a case on which the computation broke off are
 * put aside; those of a case that is too large are kept with it, and only the log says so.
 */
public final class CaseEventProcessor {

  private static final Logger LOGGER = LoggerFactory.getLogger(CaseEventProcessor.class);

  private final TakeInEvents watch;
  private final BatchProcessor batches;
  private final DeadLetters deadLetters;
  private final MeterRegistry metrics;
  private final Counter kept;
  private final Counter repeated;
  private final Counter changes;

  public CaseEventProcessor(
      TakeInEvents watch, BatchProcessor batches, DeadLetters deadLetters, MeterRegistry metrics) {
    this.watch = watch;
    this.batches = batches;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
    kept = metrics.counter("caseclock.monitor.events", "outcome", "kept");
    repeated = metrics.counter("caseclock.monitor.events", "outcome", "repeated");
    changes = metrics.counter("caseclock.monitor.deadline.changes");
    QuarantineReason.words().forEach(this::setAside);
  }

  /** Returns once every record has had its effect or was put aside. */
  public void take(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    batches.take(records, CaseEventWire::read, this::watch);
  }

  private void watch(List<Consumed<CaseEvent>> batch) {
    var outcome = watch.take(batch.stream().map(Consumed::event).toList());
    kept.increment(outcome.kept());
    repeated.increment((double) batch.size() - outcome.kept());
    changes.increment(outcome.changes());
    outcome
        .quarantined()
        .forEach(
            (caseId, cause) -> {
              setAside(QuarantineReason.of(cause).wire()).increment();
              if (QuarantineReason.of(cause) instanceof QuarantineReason.Broken) {
                var reason = DatabaseRetry.reasonOf(cause);
                batch.stream()
                    .filter(one -> one.event().caseId().equals(caseId))
                    .forEach(one -> deadLetters.putKept(one.from(), reason, cause));
              } else {
                LOGGER
                    .atWarn()
                    .addKeyValue("caseId", caseId)
                    .addKeyValue("reason", cause.getMessage())
                    .log("case set aside");
              }
            });
  }

  private Counter setAside(String reason) {
    return metrics.counter("caseclock.monitor.set.aside", "reason", reason);
  }
}
