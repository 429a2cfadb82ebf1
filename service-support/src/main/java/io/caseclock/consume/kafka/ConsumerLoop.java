package io.caseclock.consume.kafka;

import io.caseclock.consume.kafka.ConsumerFactory.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one topic in a thread of its own for as long as the service runs. A batch is taken in a
 * second thread while the first keeps the place in the group, however long it takes; its offsets
 * are committed when it was taken. Whatever ends the reading, it begins again, ever more slowly up
 * to a bound, from the last committed offset.
 */
public final class ConsumerLoop implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(ConsumerLoop.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(1);
  private static final Duration CLOSING = Duration.ofSeconds(2);
  private static final Duration STOPPING = Duration.ofSeconds(5);

  private final TopicConsumer topic;
  private final ConsumerSettings settings;
  private final ConsumerFactory connect;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;
  private final ExecutorService taking;
  private int failures; // since a batch was committed, or nothing was left to take
  // written by the loop's thread, read by whoever asks how the channel is
  private volatile ConsumerState state = ConsumerState.WAITING;
  private volatile long restarts;
  private volatile @Nullable Instant oldestWaiting;
  private boolean busy;

  public ConsumerLoop(TopicConsumer topic, ConsumerSettings settings, ConsumerFactory connect) {
    this.topic = topic;
    this.settings = settings;
    this.connect = connect;
    thread = new Thread(this::run, "consume-" + topic.topic());
    thread.setDaemon(true);
    taking =
        Executors.newSingleThreadExecutor(
            work -> {
              var taker = new Thread(work, "take-" + topic.topic());
              taker.setDaemon(true);
              return taker;
            });
  }

  public void start() {
    thread.start();
  }

  /** The topic's name. */
  public String name() {
    return topic.topic();
  }

  public ConsumerState state() {
    return state;
  }

  /** How often an error ended the reading, since the start. */
  public long restarts() {
    return restarts;
  }

  /**
   * When the oldest record of the batch at hand was sent; empty where none waits to be taken. What
   * could not be taken waits on, and so does what comes after it.
   */
  public Optional<Instant> oldestWaiting() {
    return Optional.ofNullable(oldestWaiting);
  }

  /** Lets the batch at hand end, for a while; what was not committed comes again. */
  @Override
  public void close() {
    stopped.countDown();
    try {
      thread.join(STOPPING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    taking.shutdownNow();
  }

  private void run() {
    while (isRunning()) {
      try {
        readUntilStopped();
      } catch (Throwable e) {
        beginAgainAfter(e);
      }
    }
  }

  private void readUntilStopped() {
    var connection = connect.open(topic.topic(), settings);
    try {
      var consumer = connection.consumer();
      consumer.subscribe(List.of(topic.topic()), new PauseWhatComesWhileBusy(consumer));
      while (isRunning()) {
        takeNext(consumer);
      }
    } finally {
      close(connection);
    }
  }

  /** The group is left at once where the broker answers; nothing else is to be had from closing. */
  private static void close(Connection connection) {
    try {
      connection.alsoClosed().run();
      connection.consumer().close(CLOSING);
    } catch (RuntimeException e) {
      LOGGER.atDebug().addKeyValue("reason", e.toString()).log("consumer closed with an error");
    }
  }

  private void takeNext(Consumer<byte[], byte[]> consumer) {
    var polled = consumer.poll(POLL);
    noteMembership(consumer);
    oldestWaiting = oldest(polled);
    if (polled.isEmpty()) {
      noteThatNothingWaits(consumer);
      return;
    }
    var records = StreamSupport.stream(polled.spliterator(), false).toList();
    busy = true;
    try {
      var work = taking.submit(() -> topic.take(records));
      consumer.pause(consumer.assignment());
      keepPlaceUntilDone(consumer, work);
    } finally {
      busy = false;
    }
    commit(consumer, polled);
    consumer.resume(consumer.paused());
  }

  /** The first one of each partition is its oldest; a record without a time has none. */
  private static @Nullable Instant oldest(ConsumerRecords<byte[], byte[]> polled) {
    var oldest =
        polled.partitions().stream()
            .mapToLong(partition -> polled.records(partition).getFirst().timestamp())
            .filter(sentAt -> sentAt != ConsumerRecord.NO_TIMESTAMP)
            .min();
    return oldest.isPresent() ? Instant.ofEpochMilli(oldest.getAsLong()) : null;
  }

  /** Polls while nothing can come of it, so that the group does not take us for dead. */
  private static void keepPlaceUntilDone(Consumer<byte[], byte[]> consumer, Future<?> work) {
    RuntimeException lost = null;
    while (true) {
      try {
        work.get(KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS);
        if (lost != null) {
          throw lost;
        }
        return;
      } catch (TimeoutException e) {
        lost = lost == null ? keepAlive(consumer) : lost;
      } catch (ExecutionException e) {
        throw new IllegalStateException("a batch could not be taken", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  /** Two batches are never under way at once: what fails here is told when the first is done. */
  private static @Nullable RuntimeException keepAlive(Consumer<byte[], byte[]> consumer) {
    try {
      consumer.poll(Duration.ZERO);
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }

  /** Where the group has moved on meanwhile, others take the batch again, which does no harm. */
  private void commit(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> polled) {
    try {
      consumer.commitSync(polled.nextOffsets());
      noteThatItRuns();
    } catch (CommitFailedException | RebalanceInProgressException e) {
      LOGGER
          .atInfo()
          .addKeyValue("topic", topic.topic())
          .addKeyValue("reason", e.toString())
          .log("batch taken but not committed, it may come again");
    }
  }

  private void noteMembership(Consumer<byte[], byte[]> consumer) {
    var isMember = consumer.groupMetadata().generationId() >= 0;
    if (isMember && state == ConsumerState.WAITING) {
      state = ConsumerState.RUNNING;
    } else if (!isMember && state == ConsumerState.RUNNING) {
      state = ConsumerState.WAITING;
    }
  }

  /** One that was down and has come to the end of what there is runs, though it took nothing. */
  private void noteThatNothingWaits(Consumer<byte[], byte[]> consumer) {
    if (failures > 0
        && consumer.groupMetadata().generationId() >= 0
        && consumer.assignment().stream()
            .allMatch(partition -> consumer.currentLag(partition).orElse(1) == 0)) {
      noteThatItRuns();
    }
  }

  /** To be a member again is not enough: whatever ended it would end it again with the next one. */
  private void noteThatItRuns() {
    if (state == ConsumerState.DOWN) {
      LOGGER.atInfo().addKeyValue("topic", topic.topic()).log("channel runs again");
      state = ConsumerState.RUNNING;
    }
    failures = 0;
  }

  private void beginAgainAfter(Throwable cause) {
    if (!isRunning()) {
      return;
    }
    restarts++;
    var pause = settings.backoff().after(++failures);
    var wasDown = state == ConsumerState.DOWN;
    state = ConsumerState.DOWN;
    (wasDown ? LOGGER.atWarn() : LOGGER.atError().setCause(cause))
        .addKeyValue("topic", topic.topic())
        .addKeyValue("reason", cause.toString())
        .addKeyValue("retryAfter", pause)
        .log("channel down, it begins again by itself");
    try {
      var ignored = stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped.countDown();
    }
  }

  private boolean isRunning() {
    return stopped.getCount() > 0;
  }

  /** A partition that is given to us during a batch waits for its end as the others do. */
  private final class PauseWhatComesWhileBusy implements ConsumerRebalanceListener {

    private final Consumer<byte[], byte[]> consumer;

    PauseWhatComesWhileBusy(Consumer<byte[], byte[]> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      if (busy) {
        consumer.pause(partitions);
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      // what is under way has its effect once, whoever takes it again
    }
  }
}
