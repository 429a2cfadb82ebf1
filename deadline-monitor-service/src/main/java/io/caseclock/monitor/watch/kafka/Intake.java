package io.caseclock.monitor.watch.kafka;

import io.caseclock.consume.kafka.Batches;
import io.caseclock.consume.kafka.Consumed;
import io.caseclock.consume.kafka.DeadLetters;
import io.caseclock.consume.kafka.FailureReason;
import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.watch.WatchCases;
import io.caseclock.wire.CaseEventWire;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes polled batches to the use case, and puts aside the events of cases it quarantined. */
public final class Intake {

  private final WatchCases watch;
  private final Batches batches;
  private final DeadLetters deadLetters;
  private final MeterRegistry metrics;

  public Intake(WatchCases watch, Batches batches, DeadLetters deadLetters, MeterRegistry metrics) {
    this.watch = watch;
    this.batches = batches;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
  }

  /** Returns once every record has had its effect or was put aside. */
  public void take(Iterable<ConsumerRecord<String, byte[]>> records) {
    batches.take(records, CaseEventWire::read, this::watch);
  }

  private void watch(List<Consumed<CaseEvent>> batch) {
    var outcome = watch.take(batch.stream().map(Consumed::event).toList());
    metrics.counter("caseclock.monitor.events", "outcome", "kept").increment(outcome.kept());
    metrics
        .counter("caseclock.monitor.events", "outcome", "repeated")
        .increment((double) batch.size() - outcome.kept());
    metrics.counter("caseclock.monitor.deadline.changes").increment(outcome.changes());
    outcome
        .quarantined()
        .forEach(
            (caseId, cause) ->
                batch.stream()
                    .filter(one -> one.event().caseId().equals(caseId))
                    .forEach(one -> deadLetters.put(one.from(), FailureReason.BUG, cause)));
  }
}
