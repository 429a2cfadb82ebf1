package io.caseclock.monitor.watch.kafka;

import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.watch.WatchCases;
import io.caseclock.problem.rest.Problems;
import io.caseclock.wire.CaseEventWire;
import io.caseclock.wire.MalformedRecordException;
import io.caseclock.wire.WireRecord;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes polled batches to the use case. A passing fault is waited out, so that nothing is skipped;
 * a broken record, or one that breaks us, is put aside and the stream goes on.
 */
public final class Intake {

  private static final Logger LOGGER = LoggerFactory.getLogger(Intake.class);

  private final WatchCases watch;
  private final DeadLetters deadLetters;
  private final Patience patience;
  private final MeterRegistry metrics;

  public Intake(
      WatchCases watch, DeadLetters deadLetters, Patience patience, MeterRegistry metrics) {
    this.watch = watch;
    this.deadLetters = deadLetters;
    this.patience = patience;
    this.metrics = metrics;
  }

  /** Returns once every record has had its effect or was put aside. */
  public void take(Iterable<ConsumerRecord<String, byte[]>> records) {
    Map<CaseEvent, ConsumerRecord<String, byte[]>> events = new LinkedHashMap<>();
    for (var record : records) {
      try {
        events.put(CaseEventWire.read(WireRecord.of(record)), record);
      } catch (MalformedRecordException e) {
        putAside(record, FailureReason.MALFORMED, e);
      }
    }
    if (!events.isEmpty()) {
      patience.untilItPasses(() -> takeTogether(events));
    }
  }

  private void takeTogether(Map<CaseEvent, ConsumerRecord<String, byte[]>> events) {
    try {
      take(new ArrayList<>(events.keySet()), events);
    } catch (RuntimeException e) {
      if (Problems.isPassing(e)) {
        throw e;
      }
      takeOneByOne(events);
    }
  }

  /** A batch that breaks is taken apart, so that only the record that breaks it is put aside. */
  private void takeOneByOne(Map<CaseEvent, ConsumerRecord<String, byte[]>> events) {
    for (var entry : events.entrySet()) {
      try {
        take(List.of(entry.getKey()), events);
      } catch (RuntimeException e) {
        if (Problems.isPassing(e)) {
          throw e;
        }
        putAside(entry.getValue(), FailureReason.BUG, e);
      }
    }
  }

  private void take(List<CaseEvent> batch, Map<CaseEvent, ConsumerRecord<String, byte[]>> records) {
    var outcome = watch.take(batch);
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
                    .filter(event -> event.caseId().equals(caseId))
                    .forEach(
                        event ->
                            putAside(
                                java.util.Objects.requireNonNull(records.get(event)),
                                FailureReason.BUG,
                                cause)));
  }

  private void putAside(
      ConsumerRecord<String, byte[]> record, FailureReason reason, RuntimeException cause) {
    metrics.counter("caseclock.monitor.dead.letters", "reason", reason.name()).increment();
    LOGGER
        .atError()
        .setCause(reason == FailureReason.BUG ? cause : null)
        .addKeyValue("topic", record.topic())
        .addKeyValue("partition", record.partition())
        .addKeyValue("offset", record.offset())
        .addKeyValue("reason", reason)
        .log("record put aside");
    patience.untilItPasses(
        () -> deadLetters.put(record, reason, String.valueOf(cause.getMessage())));
  }

  /** Waits out faults that pass. */
  @FunctionalInterface
  public interface Patience {

    /** Runs the work until it gets through; gives up only when the service stops. */
    void untilItPasses(Runnable work);
  }
}
