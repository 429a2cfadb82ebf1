package io.caseclock.outbox;

import static io.caseclock.outbox.OutboxDatabase.key;
import static io.caseclock.outbox.OutboxDatabase.numbered;
import static io.caseclock.outbox.OutboxRelayTest.drain;
import static io.caseclock.outbox.OutboxRelayTest.everything;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.outbox.OutboxSender.SendFailedException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several relays over one outbox while several writers fill it; counts duplicates and losses. */
class TwoRelaysTest {

  private static final int KEYS = 60;
  private static final int EACH = 50;
  private static final int WRITERS = 3;

  private OutboxDatabase database;

  @BeforeEach
  void anEmptyOutbox() throws SQLException {
    database = OutboxDatabase.fresh();
  }

  @Test
  void each_record_is_sent_once_and_each_key_stays_in_order() throws Exception {
    var broker = new Broker();
    var bothAtWork = new CyclicBarrier(2);

    runAgainstWriters(meetingFirst(bothAtWork, broker), meetingFirst(bothAtWork, broker));

    assertThat(broker.taken()).hasSize(KEYS * EACH);
    assertThat(broker.numbersByKey()).isEqualTo(everything(KEYS, EACH));
  }

  @Test
  void batches_that_fail_lose_nothing_and_end_in_order() throws Exception {
    var broker = new Broker().refusing(batch -> batch % 5 == 3);

    runAgainstWriters(broker, broker);

    assertThat(broker.numbersByKey()).isEqualTo(everything(KEYS, EACH));
  }

  @Test
  void batches_whose_answer_is_lost_are_repeated_and_end_in_order() throws Exception {
    var broker = new Broker().losingTheAnswerOf(batch -> batch % 4 == 1);

    runAgainstWriters(broker, broker);

    assertThat(broker.taken()).as("some came twice").hasSizeGreaterThan(KEYS * EACH);
    assertThat(broker.lastOccurrencesByKey()).isEqualTo(everything(KEYS, EACH));
  }

  /** Holds its first batch, and with it a bucket, until the other relay has one in hand as well. */
  private static OutboxSender meetingFirst(CyclicBarrier bothAtWork, OutboxSender then) {
    var met = new AtomicBoolean();
    return records -> {
      if (met.compareAndSet(false, true)) {
        meet(bothAtWork);
      }
      then.send(records);
    };
  }

  private static void meet(CyclicBarrier bothAtWork) {
    try {
      bothAtWork.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new AssertionError("one relay never got a bucket of its own", e);
    }
  }

  private void runAgainstWriters(OutboxSender first, OutboxSender second) throws Exception {
    var writing = new AtomicInteger(WRITERS);
    List<Callable<Void>> tasks = new ArrayList<>();
    for (var writer = 0; writer < WRITERS; writer++) {
      var mine = writer;
      tasks.add(
          () -> {
            write(mine);
            writing.decrementAndGet();
            return null;
          });
    }
    for (var sender : List.of(first, second)) {
      tasks.add(
          () -> {
            relayWhile(writing, database.relay(sender));
            return null;
          });
    }
    try (var threads = Executors.newFixedThreadPool(tasks.size())) {
      for (var done : threads.invokeAll(tasks)) {
        finish(done);
      }
    }
    drain(database.relay(first));
    assertThat(database.waiting()).isZero();
  }

  /** One writer a key, a transaction for ten records; others write other keys meanwhile. */
  private void write(int writer) throws SQLException {
    for (var from = 0; from < EACH; from += 10) {
      for (var key = writer; key < KEYS; key += WRITERS) {
        database.append(numbered(key(key), from, from + 10));
      }
    }
  }

  private void relayWhile(AtomicInteger writing, OutboxRelay relay) throws SQLException {
    while (writing.get() > 0 || database.waiting() > 0) {
      try {
        relay.relayOnce();
      } catch (SendFailedException e) {
        // as RelayLoop does: tries again
      }
    }
  }

  private static void finish(Future<Void> done) throws InterruptedException {
    try {
      done.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }
}
