package io.caseclock.e2e.faults;

import io.caseclock.e2e.CloudEvents;
import io.caseclock.e2e.Suite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A precinct's system that sends batches of events at a steady pace, also while earlier ones wait
 * for their answer, as long as these are few; each again until it is accepted. It stops after the
 * batches at hand when it is told to.
 */
final class SteadyLoad implements AutoCloseable {

  static final int EVENTS_PER_CASE = 10;
  private static final int CASES_PER_BATCH = 2;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

  /**
   * Batches that may wait for their answer at a time: as many as intake has at work of a caller.
   */
  private static final int SENDERS = 4;

  /** What was not sent because too many waited is made good for so long, and is left out beyond. */
  private static final Duration MADE_GOOD = Duration.ofSeconds(1);

  private final Suite suite;
  private final String prefix;
  private final Duration pace;
  private final Supplier<Duration> ahead;
  private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger cases = new AtomicInteger();
  private final AtomicInteger refusals = new AtomicInteger();
  private final Set<String> refusedWith = ConcurrentHashMap.newKeySet();
  private final AtomicLong lastAcceptedAt = new AtomicLong(System.nanoTime());
  private final AtomicLong longestPause = new AtomicLong();
  private long nextAt = System.nanoTime(); // of whoever holds this
  private volatile boolean isStopping;
  private volatile String lastAnswer = "";

  /**
   * @param prefix of the numbers of its cases
   * @param eventsPerSecond offered as long as the suite takes them
   * @param ahead how far its clock is ahead of the right one
   */
  SteadyLoad(Suite suite, String prefix, int eventsPerSecond, Supplier<Duration> ahead) {
    this.suite = suite;
    this.prefix = prefix;
    this.ahead = ahead;
    this.pace =
        Duration.ofSeconds(1)
            .multipliedBy(CASES_PER_BATCH * EVENTS_PER_CASE)
            .dividedBy(eventsPerSecond);
  }

  SteadyLoad start() {
    lastAcceptedAt.set(System.nanoTime());
    for (var sender = 0; sender < SENDERS; sender++) {
      senders.execute(this::run);
    }
    return this;
  }

  /** How many cases are known to be accepted with all of their events. */
  int cases() {
    return cases.get();
  }

  int events() {
    return cases.get() * EVENTS_PER_CASE;
  }

  /** How many batches were not accepted as a whole and were sent again. */
  int refusals() {
    return refusals.get();
  }

  /**
   * What came instead of an acceptance, each kind once: such as {@code 503, Retry-After: 5}, or the
   * name of an exception where no answer came.
   */
  Set<String> refusedWith() {
    return Set.copyOf(refusedWith);
  }

  /** The longest time from one accepted batch to the next. */
  Duration longestPause() {
    return Duration.ofNanos(longestPause.get());
  }

  /** Sends the batches at hand until they are accepted, and no other. */
  @Override
  public void close() {
    isStopping = true;
    senders.shutdown();
    try {
      if (senders.awaitTermination(3, TimeUnit.MINUTES)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    senders.shutdownNow();
    throw new AssertionError("a batch is not accepted: " + lastAnswer);
  }

  private void run() {
    try {
      while (!isStopping) {
        TimeUnit.NANOSECONDS.sleep(turn() - System.nanoTime());
        if (!isStopping) {
          send(begun.getAndAdd(CASES_PER_BATCH));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** When the next batch is to be sent. */
  private synchronized long turn() {
    var earliest = System.nanoTime() - MADE_GOOD.toNanos();
    var at = nextAt - earliest > 0 ? nextAt : earliest;
    nextAt = at + pace.toNanos();
    return at;
  }

  private void send(int first) throws InterruptedException {
    List<Map<String, Object>> batch = new ArrayList<>();
    for (var number = first; number < first + CASES_PER_BATCH; number++) {
      batch.addAll(history(number));
    }
    while (!isTaken(batch)) {
      refusals.incrementAndGet();
      TimeUnit.NANOSECONDS.sleep(BETWEEN_TRIES.toNanos());
    }
    var now = System.nanoTime();
    longestPause.accumulateAndGet(now - lastAcceptedAt.getAndSet(now), Math::max);
    cases.addAndGet(CASES_PER_BATCH);
  }

  private boolean isTaken(List<Map<String, Object>> batch) {
    try {
      var answer = suite.post(batch);
      lastAnswer = answer.toString();
      if (answer.status() == 200) {
        return true;
      }
      refusedWith.add(answer.status() + ", Retry-After: " + answer.retryAfter());
      return false;
    } catch (RuntimeException e) {
      lastAnswer = e.toString();
      refusedWith.add(e.getClass().getSimpleName());
      return false;
    }
  }

  /** One handling period runs, everything else is done at once. */
  private List<Map<String, Object>> history(int number) {
    List<Map<String, Object>> events = new ArrayList<>();
    var caseId = prefix + "%06d".formatted(number);
    var lead = ahead.get();
    for (var step = 0; step < EVENTS_PER_CASE; step++) {
      Map<String, Object> data = new HashMap<>();
      var type =
          switch (step) {
            case 0 -> "report-received";
            case 1 -> "case-filed";
            case 2 -> "case-accepted-or-refused";
            default -> "facts-stated";
          };
      if (step > 2) {
        data.put("facts", Map.of("hasVictim", step % 2 == 0));
      }
      events.add(
          CloudEvents.precinct(
              caseId + "-" + step, type, "case/" + caseId, Instant.now().plus(lead), data));
    }
    return events;
  }
}
