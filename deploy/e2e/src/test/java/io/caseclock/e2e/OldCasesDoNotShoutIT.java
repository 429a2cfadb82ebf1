package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.local.secret.LocalRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A new site loads years of old cases: they are counted, and heard of only when released. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OldCasesDoNotShoutIT {

  private static final String HANDLING = "public-security-case-handling";
  private static final int CASES = 20;
  private static final int OPEN = CASES / 2;
  private static final String REPORT = "/api/v1/history/report?unit=";

  private Suite suite;
  private Instant loadedAt;

  @BeforeAll
  void aSuiteWithTwoLoadsOfTheSameStory(@TempDir Path directory) {
    suite = Suite.start(directory, 1);
    loadedAt = suite.now();
    load(Roster.STATION, story(Roster.STATION));
    var otherwise = new ArrayList<>(story(Roster.OTHER_STATION));
    otherwise.addAll(otherwise.subList(0, CASES));
    Collections.shuffle(otherwise, new Random(7));
    load(Roster.OTHER_STATION, otherwise);
    for (var unit : List.of(Roster.STATION, Roster.OTHER_STATION)) {
      suite.until(
          () -> suite.monitor(REPORT + unit), report -> line(report, "breach", "alarms") == 15);
    }
  }

  @AfterAll
  void stop() {
    suite.close();
  }

  @Test
  @Order(1)
  void nobody_hears_of_old_cases_and_their_order_changes_nothing_of_the_report() {
    // What is not history is told meanwhile, so that silence is no mere slowness.
    suite.fastForward(Duration.ofHours(2));
    var caseId = "A9901000000009001";
    var filed = suite.now().minus(Duration.ofDays(40));
    suite.post(CloudEvents.precinct("probe", "case-filed", "case/" + caseId, filed, Map.of()));
    suite.until(() -> suite.effects("probe"), it -> it.status() == 200);
    suite.fastForward(Duration.ofHours(2));
    suite.until(() -> suite.notices(caseId), notices -> notices.size() == 1);

    assertThat(suite.all(LocalRole.SUPERVISOR, null, "/api/v1/notices", "notices")).hasSize(1);
    for (var officer : Roster.PEOPLE.values()) {
      assertThat(suite.letters(officer))
          .allSatisfy(letter -> assertThat(letter.path("caseId").asText()).isEqualTo(caseId));
    }
    var report = suite.monitor(REPORT + Roster.STATION);
    assertThat(line(report, "breach", "open")).isEqualTo(OPEN);
    assertThat(line(report, "breach", "waiting")).isEqualTo(OPEN);
    assertThat(withoutUnits(report))
        .isEqualTo(withoutUnits(suite.monitor(REPORT + Roster.OTHER_STATION)));
  }

  @Test
  @Order(2)
  void a_digest_is_one_message_a_person() {
    var answer = release(Roster.STATION, "digest");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().path("deadlines").asInt()).isEqualTo(OPEN);
    var told =
        suite.until(() -> letters(Roster.OFFICER, "digest"), messages -> !messages.isEmpty());
    assertThat(told.getFirst().at("/title/en").asText()).contains(OPEN + " in all");
    assertThat(release(Roster.STATION, "digest").status()).isEqualTo(200);
    for (var officer : Roster.PEOPLE.values()) {
      assertThat(letters(officer, "digest")).hasSizeLessThanOrEqualTo(1);
    }
    assertThat(suite.all(LocalRole.SUPERVISOR, null, "/api/v1/notices", "notices")).hasSize(1);
  }

  @Test
  @Order(3)
  void notices_are_issued_for_what_is_released_as_such() {
    assertThat(release(Roster.OTHER_STATION, "notices").status()).isEqualTo(201);

    suite.until(
        () -> suite.all(LocalRole.SUPERVISOR, null, "/api/v1/notices", "notices"),
        notices -> notices.size() == 1 + OPEN);
    suite.until(
        () -> suite.monitor(REPORT + Roster.OTHER_STATION),
        report -> line(report, "breach", "waiting") == 0);
  }

  /** Half of the cases are open to this day, a quarter was decided late, a quarter in time. */
  private List<Map<String, Object>> story(String unit) {
    List<Map<String, Object>> filed = new ArrayList<>();
    List<Map<String, Object>> decided = new ArrayList<>();
    for (var n = 0; n < CASES; n++) {
      var subject = "case/A" + unit + "00000000" + (1_000 + n);
      var at = loadedAt.minus(Duration.ofDays(200L + n));
      filed.add(event(unit, "filed-" + n, "case-filed", subject, at));
      if (n % 2 == 0) {
        var days = n % 4 == 0 ? 10 : 120;
        decided.add(
            event(unit, "decided-" + n, "decision-made", subject, at.plus(Duration.ofDays(days))));
      }
    }
    filed.addAll(decided);
    return filed;
  }

  private Map<String, Object> event(
      String unit, String id, String type, String subject, Instant at) {
    Map<String, Object> data =
        unit.equals(Roster.STATION) ? Map.of("officer", Roster.OFFICER) : Map.of();
    Map<String, Object> event =
        new LinkedHashMap<>(CloudEvents.of(unit, id, type, subject, at, data));
    event.put("historyuntil", loadedAt.toString());
    return event;
  }

  private void load(String unit, List<Map<String, Object>> events) {
    for (var from = 0; from < events.size(); from += 7) {
      var batch = events.subList(from, Math.min(events.size(), from + 7));
      assertThat(suite.postAs(unit, batch).status()).isEqualTo(200);
    }
  }

  private Answer release(String unit, String as) {
    return suite.supervise(
        "/api/v1/history/releases", Map.of("unit", unit, "rule", HANDLING, "as", as));
  }

  private List<JsonNode> letters(String officer, String kind) {
    return suite.letters(officer).stream()
        .filter(letter -> letter.path("kind").asText().equals(kind))
        .toList();
  }

  private static long line(Answer report, String level, String member) {
    return StreamSupport.stream(report.body().path("lines").spliterator(), false)
        .filter(line -> line.path("rule").asText().equals(HANDLING))
        .filter(line -> line.path("level").asText().equals(level))
        .mapToLong(line -> line.path(member).asLong())
        .sum();
  }

  private static List<String> withoutUnits(Answer report) {
    List<String> lines = new ArrayList<>();
    for (var member : List.of("lines", "findings")) {
      report
          .body()
          .path(member)
          .forEach(
              line ->
                  lines.add(
                      line.toString()
                          .replace("\"" + Roster.STATION + "\"", "UNIT")
                          .replace("\"" + Roster.OTHER_STATION + "\"", "UNIT")));
    }
    return lines;
  }
}
