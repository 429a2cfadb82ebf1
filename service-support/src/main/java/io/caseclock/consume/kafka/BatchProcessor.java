package io.caseclock.consume.kafka;

import io.caseclock.consume.FailureReason;
import io.caseclock.trace.Tracing;
import io.caseclock.wire.MalformedRecordException;
import io.caseclock.wire.UnknownTypeException;
import io.caseclock.wire.WireRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes polled records to their effect, a batch at once. Where that fails for a reason that waiting
 * does not mend, each record is taken alone, so that only the bad one is put aside.
 */
public final class BatchProcessor {

  private static final int ATTEMPTS = 3;

  private final DatabaseRetry retry;
  private final DeadLetters deadLetters;
  private final Tracing tracing;

  public BatchProcessor(DatabaseRetry retry, DeadLetters deadLetters, Tracing tracing) {
    this.retry = retry;
    this.deadLetters = deadLetters;
    this.tracing = tracing;
  }

  /**
   * Returns once each record has had its effect, durably, or was put aside; throws only at
   * shutdown, or where not even a dead letter can be stored. The effect must be all or nothing, and
   * harmless when repeated.
   */
  public <T> void take(
      Iterable<ConsumerRecord<byte[], byte[]>> records,
      Function<WireRecord, T> reader,
      Consumer<List<Consumed<T>>> effect) {
    List<Consumed<T>> batch = new ArrayList<>();
    for (var from : records) {
      read(from, reader).ifPresent(batch::add);
    }
    if (!batch.isEmpty()) {
      var spans = BatchSpans.begin(tracing, batch);
      spans.during(() -> take(batch, effect, spans));
    }
  }

  private <T> void take(
      List<Consumed<T>> batch, Consumer<List<Consumed<T>>> effect, BatchSpans spans) {
    try {
      retry.run(batch.getFirst().from().topic(), () -> effect.accept(batch));
    } catch (RuntimeException | Error e) {
      if (DatabaseRetry.isTransient(e)) {
        throw e;
      }
      batch.forEach(one -> takeAlone(one, effect, spans));
    }
  }

  /** Whatever the reader throws is about this record: the stack may overflow on its JSON, too. */
  private <T> Optional<Consumed<T>> read(
      ConsumerRecord<byte[], byte[]> from, Function<WireRecord, T> reader) {
    try {
      return Optional.of(new Consumed<>(from, reader.apply(WireRecord.of(from))));
    } catch (UnknownTypeException e) {
      deadLetters.put(from, FailureReason.UNKNOWN_TYPE, e);
    } catch (MalformedRecordException | IllegalArgumentException | NullPointerException e) {
      deadLetters.put(from, FailureReason.MALFORMED, e);
    } catch (RuntimeException | Error e) {
      deadLetters.put(from, FailureReason.BUG, e);
    }
    return Optional.empty();
  }

  private <T> void takeAlone(
      Consumed<T> one, Consumer<List<Consumed<T>>> effect, BatchSpans spans) {
    for (var attempt = 1; ; attempt++) {
      try {
        retry.run(one.from().topic(), () -> effect.accept(List.of(one)));
        return;
      } catch (RuntimeException | Error e) {
        if (DatabaseRetry.isTransient(e)) {
          throw e;
        }
        var reason = DatabaseRetry.reasonOf(e);
        if (attempt == ATTEMPTS || reason == FailureReason.MALFORMED) {
          deadLetters.put(one.from(), reason, e);
          spans.putAside(one.from());
          return;
        }
      }
    }
  }
}
