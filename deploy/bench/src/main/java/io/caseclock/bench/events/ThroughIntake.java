package io.caseclock.bench.events;

import io.caseclock.bench.intake.Intake;
import io.caseclock.bench.intake.Sent;
import io.caseclock.bench.stack.Patience;
import io.caseclock.bench.stack.TopicReader;
import io.caseclock.contract.Topics;
import io.caseclock.local.LocalStack;
import io.caseclock.local.secret.LocalRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Events that are posted to intake one by one at a steady rate, each the first of a case of its
 * own, by the systems of many stations; the deadlines of some are asked for until they are there.
 */
final class ThroughIntake {

  private static final double NANOS = 1e9;

  private final LocalStack stack;
  private final Evaluated evaluated;
  private final Patience patience;
  private final Intake intake;
  private final List<String> tokens;
  private final MonitorAnswers answers;

  /**
   * @param stations how many systems post in turn
   */
  ThroughIntake(LocalStack stack, int stations, Evaluated evaluated, Patience patience) {
    this.stack = stack;
    this.evaluated = evaluated;
    this.patience = patience;
    intake = new Intake(stack.intakeUrl());
    tokens =
        IntStream.range(0, stations)
            .mapToObj(n -> stack.token(LocalRole.PRECINCT_SYSTEM, Sent.station(n), null))
            .toList();
    answers = new MonitorAnswers(stack.monitorUrl(), stack.token(LocalRole.SUPERVISOR));
  }

  /**
   * What became of the events, in nanoseconds.
   *
   * @param answered from the instant at which each was to be posted
   * @param read from the acceptance until a consumer had the record
   * @param evaluated from the acceptance
   * @param visible the same, of those whose deadlines were asked for
   */
  record Result(List<Long> answered, List<Long> read, List<Long> evaluated, List<Long> visible) {}

  /** What was read of an event on the topic. */
  private record Read(Place place, Instant acceptedAt, long nanos) {}

  /**
   * Posts so many each second, whatever becomes of them: where all connections are taken, an event
   * waits for one, and counts from when it was to be posted.
   *
   * @param run tells the ids of one run from those of another
   * @param probeEvery the deadlines of one in so many are asked for
   */
  Result post(String run, int perSecond, int seconds, int probeEvery)
      throws InterruptedException, ExecutionException {
    var events = new Sent(run, stack.clock().now());
    var number = perSecond * seconds;
    Map<String, Read> read = new ConcurrentHashMap<>();
    var wallClock = Instant.now();
    var began = System.nanoTime();
    List<Future<Long>> answered = new ArrayList<>();
    List<Future<Long>> seen = new ArrayList<>();
    try (var reader =
            new TopicReader(
                stack.kafka().bootstrapServers(),
                Topics.CASE_EVENTS,
                (record, nanos) -> read.put(header(record, "ce_id"), read(record, nanos)));
        var systems = Executors.newFixedThreadPool(tokens.size());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var n = 0; n < number; n++) {
        var event = n;
        var planned = began + (long) (n * NANOS / perSecond);
        LockSupport.parkNanos(planned - System.nanoTime());
        answered.add(systems.submit(() -> answered(events, event) - planned));
        if (n % probeEvery == 0) {
          seen.add(threads.submit(() -> answers.visibleAt(events.caseId(event))));
        }
      }
      patience.await(
          () -> {
            requireNoFailure(answered);
            return read.size() >= number
                && read.values().stream().map(Read::place).allMatch(evaluated::has);
          },
          "not all was evaluated");
    }
    List<Long> onTopic = new ArrayList<>();
    List<Long> done = new ArrayList<>();
    List<Long> visible = new ArrayList<>();
    for (var n = 0; n < number; n++) {
      var one = Objects.requireNonNull(read.get(events.id(n)), "all were read");
      var accepted = began + Duration.between(wallClock, one.acceptedAt()).toNanos();
      onTopic.add(one.nanos() - accepted);
      done.add(evaluated.at(one.place()) - accepted);
      if (n % probeEvery == 0) {
        visible.add(seen.get(n / probeEvery).get() - accepted);
      }
    }
    return new Result(all(answered), onTopic, done, visible);
  }

  private long answered(Sent events, int number) throws Exception {
    var station = number % tokens.size();
    intake.one(events.event(number, Sent.station(station)), tokens.get(station));
    return System.nanoTime();
  }

  private static Read read(ConsumerRecord<?, ?> record, long nanos) {
    return new Read(
        new Place(record.partition(), record.offset()),
        Instant.parse(header(record, "ce_acceptedat")),
        nanos);
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static void requireNoFailure(List<Future<Long>> answered) {
    answered.stream()
        .filter(each -> each.state() == Future.State.FAILED)
        .findFirst()
        .ifPresent(
            failed -> {
              throw new IllegalStateException("an event was not taken", failed.exceptionNow());
            });
  }

  private static List<Long> all(List<Future<Long>> futures)
      throws InterruptedException, ExecutionException {
    List<Long> all = new ArrayList<>();
    for (var future : futures) {
      all.add(future.get());
    }
    return all;
  }
}
