package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One precinct's system sends as fast as it can: what its neighbour posts is taken all the same.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedSuite.class)
class FloodIT {

  private static final String FLOODING = Roster.OTHER_STATION;
  private static final int SENDERS = 8;
  private static final int BATCH = 20;
  private static final int MOST_BATCHES = 400;
  private static final int CALM = 100;

  private Suite suite;

  @BeforeAll
  void theSuite(Suite shared) {
    suite = shared;
  }

  @Test
  void a_flood_of_one_source_costs_its_neighbour_no_event() throws Exception {
    var calm = neighbourPosts("calm");
    var flooding = new AtomicBoolean(true);
    var answers = new ConcurrentLinkedQueue<Integer>();
    var batches = new AtomicInteger();

    List<Long> flooded;
    try (var senders = Executors.newFixedThreadPool(SENDERS)) {
      var running =
          IntStream.range(0, SENDERS)
              .mapToObj(
                  sender ->
                      CompletableFuture.runAsync(() -> flood(flooding, batches, answers), senders))
              .toList();
      suite.until(batches::get, sent -> sent >= SENDERS);
      flooded = neighbourPosts("flooded");
      flooding.set(false);
      running.forEach(CompletableFuture::join);
    }

    System.out.printf(
        "Flood: %d batches of %d events by one source, answered %s; a neighbour's median %d ms"
            + " calm, %d ms meanwhile%n",
        batches.get(), BATCH, byStatus(answers), median(calm), median(flooded));
    assertThat(flooded).hasSize(CALM);
    assertThat(answers).allMatch(status -> status == 200 || status == 429 || status == 503);
  }

  /**
   * Posts one event after the other, each of which has to be accepted; how long each took, in ms.
   */
  private List<Long> neighbourPosts(String when) {
    return IntStream.range(0, CALM)
        .mapToObj(
            number -> {
              var caseId = "A9901FLOOD%s%03d".formatted(when.toUpperCase(Locale.ROOT), number);
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

  private void flood(
      AtomicBoolean flooding, AtomicInteger batches, ConcurrentLinkedQueue<Integer> answers) {
    while (flooding.get() && batches.get() < MOST_BATCHES) {
      answers.add(suite.postAs(FLOODING, batch(batches.incrementAndGet())).status());
    }
  }

  private List<Map<String, Object>> batch(int number) {
    return IntStream.range(0, BATCH)
        .mapToObj(
            index ->
                CloudEvents.of(
                    FLOODING,
                    "flood-" + number + "-" + index,
                    "facts-stated",
                    "case/A9902FLOOD%06d".formatted(number),
                    suite.now(),
                    Map.of("facts", Map.of("hasVictim", index % 2 == 0))))
        .toList();
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static Map<Integer, Long> byStatus(ConcurrentLinkedQueue<Integer> answers) {
    return answers.stream()
        .collect(Collectors.groupingBy(status -> status, TreeMap::new, Collectors.counting()));
  }
}
