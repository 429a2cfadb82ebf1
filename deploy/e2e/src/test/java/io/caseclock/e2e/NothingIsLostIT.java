package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.e2e.faults.FallingDue;
import io.caseclock.e2e.faults.FallingDue.Span;
import io.caseclock.e2e.faults.Victim;
import io.caseclock.local.StackOptions;
import io.caseclock.local.secret.LocalRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Any one process is killed while 2,000 events are being posted and twenty warnings and breaches
 * fall due each second, then started again: each accepted event is evaluated once, no warning is
 * missing and none is doubled.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingIsLostIT {

  private static final int CASES = 400;
  private static final int EVENTS_PER_CASE = 5;
  private static final int BATCH = 50;
  private static final Duration FALLING_DUE = Duration.ofSeconds(30);

  /** Which event of a case files it. */
  private static final int FILED = 1;

  private static final String HANDLING = "public-security-case-handling";

  private Suite suite;

  @BeforeAll
  void aSuite(@TempDir Path directory) {
    suite = Suite.start(directory, StackOptions::waitingForTheDisk);
  }

  @AfterAll
  void stop() {
    suite.close();
  }

  @ParameterizedTest(name = "killing the {0}")
  @EnumSource(Victim.class)
  void every_accepted_event_has_its_effect_once_and_every_case_its_warning_and_its_notice(
      Victim victim) {
    posted(officer(victim));
    var batches = batches(victim);
    var posted = new AtomicInteger();
    var due = fallingDue(victim).filed();

    var posting = CompletableFuture.runAsync(() -> batches.forEach(batch -> post(batch, posted)));
    suite.until(posted::get, count -> count > 0);
    var told = due.told();
    assertThat(told).as("some are due later").isLessThan(due.number());
    var killed = System.nanoTime();
    victim.fallsAndRises(suite.stack());
    var back = System.nanoTime();
    posting.join();

    assertThat(posted).hasValue(CASES * EVENTS_PER_CASE);
    due.areToldOnce();
    System.out.printf(
        "%s killed, back after %.1f s: of %d that fall due %d had been told, each was once after"
            + " %.1f s; %d events posted%n",
        victim,
        seconds(killed, back),
        due.number(),
        told,
        seconds(killed, System.nanoTime()),
        posted.get());
    allAreEvaluatedOnce(victim);
    due.end();
    suite.fastForward(Duration.ofDays(28));
    eachCaseOnce(victim, "warning", () -> letters(victim, "warning"));
    suite.fastForward(Duration.ofDays(16));
    eachCaseOnce(victim, "notice", () -> notices(victim));
    due.wereToldOnce();
  }

  private FallingDue fallingDue(Victim victim) {
    var number = (int) FALLING_DUE.toSeconds() * FallingDue.EACH_SECOND;
    return new FallingDue(suite, "A98" + victim, Span.of(FALLING_DUE), number);
  }

  private static double seconds(long from, long to) {
    return Duration.ofNanos(to - from).toMillis() / 1000.0;
  }

  /** Somebody who hears of nothing else. */
  private void posted(String officer) {
    var post =
        CloudEvents.directory(
            "officer-assigned",
            "officer/" + officer,
            suite.now(),
            Map.of("name", "示例", "unit", Roster.STATION, "roles", List.of("officer")));
    assertThat(suite.administer(post).status()).isEqualTo(202);
    suite.until(
        () -> suite.console(LocalRole.OFFICER, officer, "/api/v1/inbox"),
        answer -> answer.status() == 200);
  }

  private void allAreEvaluatedOnce(Victim victim) {
    suite.until(
        () ->
            suite.monitor(
                "/api/v1/deadlines?limit=500&rule="
                    + HANDLING
                    + "&case="
                    + caseId(victim, CASES - 1)),
        page -> page.body().path("deadlines").size() == 1);
    for (var number = 0; number < CASES; number++) {
      for (var step = 0; step < EVENTS_PER_CASE; step++) {
        var id = eventId(victim, number, step);
        var effects = suite.until(() -> suite.effects(id), answer -> answer.status() == 200);
        if (step == FILED) {
          assertThat(opened(effects))
              .as("what filing %s opened", caseId(victim, number))
              .containsExactly(HANDLING);
        }
      }
    }
  }

  private static List<String> opened(Answer effects) {
    List<String> rules = new ArrayList<>();
    for (var effect : effects.body().path("deadlines")) {
      if (effect.path("change").asText().equals("opened")) {
        rules.add(effect.path("rule").asText());
      }
    }
    return rules;
  }

  private void eachCaseOnce(Victim victim, String what, Supplier<List<JsonNode>> question) {
    var expected =
        IntStream.range(0, CASES).mapToObj(number -> caseId(victim, number)).sorted().toList();
    var found = suite.until(question, answer -> answer.size() >= CASES);
    assertThat(found.stream().map(it -> it.path("caseId").asText()).sorted().toList())
        .as("one %s a case", what)
        .isEqualTo(expected);
  }

  private List<JsonNode> letters(Victim victim, String kind) {
    return suite.letters(officer(victim)).stream()
        .filter(letter -> letter.path("kind").asText().equals(kind))
        .filter(letter -> letter.path("caseId").asText().startsWith(prefix(victim)))
        .toList();
  }

  private List<JsonNode> notices(Victim victim) {
    var path = "/api/v1/notices?text=" + prefix(victim);
    return suite.all(LocalRole.SUPERVISOR, null, path, "notices");
  }

  /** Posts until each of the batch is accepted or known, as a precinct's outbox would. */
  private void post(List<Map<String, Object>> batch, AtomicInteger posted) {
    suite.until(
        () -> suite.post(batch),
        answer -> {
          if (answer.status() != 200) {
            return false;
          }
          posted.addAndGet(batch.size());
          return true;
        });
  }

  private List<List<Map<String, Object>>> batches(Victim victim) {
    List<Map<String, Object>> events = new ArrayList<>();
    for (var number = 0; number < CASES; number++) {
      events.addAll(history(victim, number));
    }
    return IntStream.range(0, events.size() / BATCH)
        .mapToObj(i -> events.subList(i * BATCH, (i + 1) * BATCH))
        .collect(Collectors.toList());
  }

  /** One handling period runs, everything else is done at once. */
  private List<Map<String, Object>> history(Victim victim, int number) {
    var subject = "case/" + caseId(victim, number);
    var types =
        List.of(
            "report-received",
            "case-filed",
            "case-accepted-or-refused",
            "facts-stated",
            "facts-stated");
    List<Map<String, Object>> events = new ArrayList<>();
    for (var step = 0; step < types.size(); step++) {
      Map<String, Object> data = new HashMap<>(Map.of("officer", officer(victim)));
      if (types.get(step).equals("facts-stated")) {
        data.put("facts", Map.of("hasVictim", step % 2 == 0));
      }
      events.add(suite.event(eventId(victim, number, step), types.get(step), subject, data));
    }
    return events;
  }

  private static String eventId(Victim victim, int number, int step) {
    return victim.name() + "-" + number + "-" + step;
  }

  private static String caseId(Victim victim, int number) {
    return prefix(victim) + "%05d".formatted(number);
  }

  private static String officer(Victim victim) {
    return "P9901" + victim.name();
  }

  private static String prefix(Victim victim) {
    return "A99" + victim.name();
  }
}
