package io.caseclock.consume.kafka;

import io.caseclock.consume.DeadLetter;
import io.caseclock.consume.DeadLetterState;
import io.caseclock.consume.jdbc.DeadLetterTable;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Takes a dead letter again, on the same way as if it had just been polled, or gives it up. */
public final class Replay {

  /** What came of it. */
  public sealed interface Outcome {
    /** The letter is settled as was asked for, now or before. */
    record Settled(DeadLetter letter) implements Outcome {}

    /** It could not be taken this time either. */
    record InVain(DeadLetter letter) implements Outcome {}

    /** It was settled in the other way, or its topic is not read any more. */
    record Forbidden(DeadLetter letter) implements Outcome {}
  }

  private final DeadLetterTable table;
  private final TopicConsumers consumers;
  private final InstantSource clock;

  public Replay(DeadLetterTable table, TopicConsumers consumers, InstantSource clock) {
    this.table = table;
    this.consumers = consumers;
    this.clock = clock;
  }

  /** Empty where there is no letter of that id. A letter that was replayed is not taken again. */
  public Optional<Outcome> replay(long id, String by) {
    return table.find(id).map(letter -> replay(letter, by));
  }

  private Outcome replay(DeadLetter letter, String by) {
    var consumer = consumers.of(letter.origin().topic());
    if (letter.state() != DeadLetterState.OPEN || consumer.isEmpty()) {
      return settled(letter, DeadLetterState.REPLAYED);
    }
    consumer.get().take(List.of(record(letter)));
    table.settle(letter, DeadLetterState.REPLAYED, by, null, clock.instant());
    var after = table.find(letter.id()).orElseThrow();
    return after.state() == DeadLetterState.OPEN
        ? new Outcome.InVain(after)
        : settled(after, DeadLetterState.REPLAYED);
  }

  /** Empty where there is no letter of that id. */
  public Optional<Outcome> dismiss(long id, String by, String note) {
    return table
        .find(id)
        .map(
            letter -> {
              table.settle(letter, DeadLetterState.DISMISSED, by, note, clock.instant());
              return settled(table.find(id).orElseThrow(), DeadLetterState.DISMISSED);
            });
  }

  private static Outcome settled(DeadLetter letter, DeadLetterState wanted) {
    return letter.state() == wanted ? new Outcome.Settled(letter) : new Outcome.Forbidden(letter);
  }

  private static ConsumerRecord<byte[], byte[]> record(DeadLetter letter) {
    var headers = new RecordHeaders();
    letter.headers().forEach(header -> headers.add(header.name(), header.value()));
    var origin = letter.origin();
    return new ConsumerRecord<>(
        origin.topic(),
        origin.partition(),
        origin.offset(),
        ConsumerRecord.NO_TIMESTAMP,
        TimestampType.NO_TIMESTAMP_TYPE,
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        letter.key(),
        letter.value(),
        headers,
        Optional.empty());
  }
}
