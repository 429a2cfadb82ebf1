package io.caseclock.bench.events;

import io.caseclock.contract.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/**
 * When the monitor had done with a record: told by the offsets that its group commits once a batch
 * is in its database. They are asked for a hundred times a second, so that an instant is at most
 * that much late.
 */
final class Evaluated implements AutoCloseable {

  private static final String GROUP = "deadline-monitor";
  private static final Duration LOOK_EVERY = Duration.ofMillis(10);

  private final Map<Integer, NavigableMap<Long, Long>> byPartition = new ConcurrentHashMap<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable Exception failure; // written by the asking thread

  /** Asks from now on. */
  Evaluated(String brokers) {
    thread = new Thread(() -> run(brokers), "ask-for-offsets");
    thread.setDaemon(true);
    thread.start();
  }

  private void run(String brokers) {
    try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
      while (!stopped.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        look(admin);
      }
    } catch (InterruptedException | ExecutionException e) {
      failure = e;
    }
  }

  private void look(Admin admin) throws InterruptedException, ExecutionException {
    var committed = admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get();
    var nanos = System.nanoTime();
    committed.forEach(
        (partition, place) -> {
          if (partition.topic().equals(Topics.CASE_EVENTS) && place != null) {
            byPartition
                .computeIfAbsent(partition.partition(), any -> new ConcurrentSkipListMap<>())
                .putIfAbsent(place.offset(), nanos);
          }
        });
  }

  /** Whether the record of a place was evaluated. */
  boolean has(Place place) {
    return later(place) != null;
  }

  /** When the record was evaluated, as {@link System#nanoTime()} counts; fails where it was not. */
  long at(Place place) {
    var found = later(place);
    if (found == null) {
      throw new IllegalStateException("not evaluated: " + place);
    }
    return found.getValue();
  }

  /** The committed offset is that of the next record. */
  private Map.@Nullable Entry<Long, Long> later(Place place) {
    var offsets = byPartition.get(place.partition());
    return offsets == null ? null : offsets.higherEntry(place.offset());
  }

  /** Fails where asking did. */
  @Override
  public void close() throws InterruptedException {
    stopped.countDown();
    thread.join();
    var thrown = failure;
    if (thrown != null) {
      throw new IllegalStateException("the offsets could not be read", thrown);
    }
  }
}
