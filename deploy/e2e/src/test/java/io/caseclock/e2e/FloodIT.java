package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * One precinct's system sends as fast as it can, and passes over that it is told to wait: what its
 * neighbour posts is taken all the same, and not much later, and becomes a deadline.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FloodIT {

  private static final String FLOODING = Roster.OTHER_STATION;
  private static final int EVENTS_PER_SECOND = 200;
  private static final int BURST = 1000;
  private static final int SENDERS = 8;
  private static final int BATCH = 20;
  private static final int CALM = 100;
  private static final String HANDLING = "public-security-case-handling";
  private static final int TIMES_SLOWER = 5;
  private static final long MEDIAN_OR = 200;
  private static final long SLOWEST_OR = 1000;

  /** Until a deadline stands in the monitor, in ms. */
  private static final long LONGEST_UNTIL_IT_STANDS = 30_000;

  private Suite suite;

  /**
   * How a neighbour fared.
   *
   * @param posts how long each took, in ms
   * @param untilItStands how long after the answer to the last one its deadline stood in the
   *     monitor, in ms
   */
  private record Fared(List<Long> posts, long untilItStands) {

    long median() {
      return percentile(50);
    }

    long slowest() {
      return percentile(95);
    }

    private long percentile(int of100) {
      return posts.stream().sorted().toList().get(posts.size() * of100 / 100);
    }

    @Override
    public String toString() {
      return "median %d ms, 95th percentile %d ms, a deadline stood %d ms after the post"
          .formatted(median(), slowest(), untilItStands);
    }
  }

  /** What a flooding system was answered. */
  private record Answers(Queue<Answer> all, AtomicBoolean goesOn) {

    static Answers none() {
      return new Answers(new ConcurrentLinkedQueue<>(), new AtomicBoolean(true));
    }

    Map<Integer, Long> byStatus() {
      return all.stream()
          .collect(Collectors.groupingBy(Answer::status, TreeMap::new, Collectors.counting()));
    }
  }

  @BeforeAll
  void aSuiteWithASmallShare(@TempDir Path directory) {
    suite =
        Suite.start(
            directory,
            options ->
                options
                    .told("CASECLOCK_RATE_SOURCE", Integer.toString(EVENTS_PER_SECOND))
                    .told("CASECLOCK_RATE_SOURCE_BURST", Integer.toString(BURST)));
  }

  @AfterAll
  void stop() {
    suite.close();
  }

  @Test
  void a_flood_of_one_source_is_told_to_wait_and_costs_its_neighbour_no_event_and_little_time()
      throws Exception {
    var calm = neighbour("calm");
    var answers = Answers.none();

    var began = System.nanoTime();
    Fared flooded;
    try (var senders = Executors.newFixedThreadPool(SENDERS)) {
      var running =
          IntStream.range(0, SENDERS)
              .mapToObj(sender -> CompletableFuture.runAsync(() -> flood(sender, answers), senders))
              .toList();
      suite.until(answers::byStatus, statuses -> statuses.containsKey(429));
      try {
        flooded = neighbour("flooded");
      } finally {
        answers.goesOn().set(false);
      }
      running.forEach(CompletableFuture::join);
    }
    var seconds = (System.nanoTime() - began) / 1e9;

    var byStatus = answers.byStatus();
    System.out.printf(
        "Flood: batches of %d events by one source for %.1f s, answered %s%n"
            + "  a neighbour in calm: %s%n  meanwhile: %s%n",
        BATCH, seconds, byStatus, calm, flooded);
    assertThat(byStatus).containsKey(200).containsKey(429);
    assertThat(byStatus.keySet()).isSubsetOf(200, 429, 503);
    assertThat(answers.all())
        .filteredOn(answer -> answer.status() != 200)
        .allMatch(answer -> answer.retryAfter().matches("[1-9][0-9]*"));
    assertThat(byStatus.getOrDefault(200, 0L) * BATCH)
        .isLessThan(BURST + (long) (EVENTS_PER_SECOND * seconds));
    assertThat(flooded.median()).isLessThan(Math.max(TIMES_SLOWER * calm.median(), MEDIAN_OR));
    assertThat(flooded.slowest()).isLessThan(Math.max(TIMES_SLOWER * calm.slowest(), SLOWEST_OR));
    assertThat(flooded.untilItStands()).isLessThan(LONGEST_UNTIL_IT_STANDS);
  }

  private Fared neighbour(String when) {
    var posts = neighbourPosts(when);
    var began = System.nanoTime();
    suite.untilDeadline(caseId(when, CALM - 1), HANDLING, "running");
    return new Fared(posts, (System.nanoTime() - began) / 1_000_000);
  }

  private static String caseId(String when, int number) {
    return "A9901FLOOD%s%03d".formatted(when.toUpperCase(Locale.ROOT), number);
  }

  /**
   * Posts one event after the other, each of which has to be accepted; how long each took, in ms.
   */
  private List<Long> neighbourPosts(String when) {
    return IntStream.range(0, CALM)
        .mapToObj(
            number -> {
              var caseId = caseId(when, number);
              var id = caseId + "-filed";
              var event =
                  CloudEvents.of(
                      Roster.STATION, id, "case-filed", "case/" + caseId, suite.now(), Map.of());
              var began = System.nanoTime();
              var answer = suite.postAs(Roster.STATION, event);
              assertThat(answer.status()).as("%s", answer).isEqualTo(202);
              return (System.nanoTime() - began) / 1_000_000;
            })
        .toList();
  }

  private void flood(int sender, Answers answers) {
    for (var number = 0; answers.goesOn().get(); number++) {
      answers.all().add(suite.postAs(FLOODING, batch(sender + "-" + number)));
    }
  }

  private List<Map<String, Object>> batch(String name) {
    return IntStream.range(0, BATCH)
        .mapToObj(
            index ->
                CloudEvents.of(
                    FLOODING,
                    "flood-" + name + "-" + index,
                    "facts-stated",
                    "case/A9902FLOOD" + name,
                    suite.now(),
                    Map.of("facts", Map.of("hasVictim", index % 2 == 0))))
        .toList();
  }
}
