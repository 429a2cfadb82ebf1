package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.secret.LocalRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Days, weeks and a month end while the monitor and notification are killed: one bulletin each,
 * numbered without gaps and frozen.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulletinsAreIssuedOnceIT {

  private static final String CASE = "A9900000000007001";
  private static final String HANDLING = "public-security-case-handling";
  private static final String PDF = "application/pdf";
  private static final int MONTHS = 2;

  private Suite suite;

  @BeforeAll
  void twoMonthsInWhichACaseGetsLate(@TempDir Path directory) {
    suite = Suite.start(directory, 1);
    suite.post(suite.event("filed", "case-filed", "case/" + CASE, kind()));
    suite.untilDeadline(CASE, HANDLING, "running");
    untilTold("daily", 0);
    for (var month = 0; month < MONTHS; month++) {
      suite.stack().service(ServiceKind.NOTIFICATION).kill();
      suite.fastForward(Duration.ofDays(32));
      suite.stack().service(ServiceKind.MONITOR).kill();
      suite.stack().service(ServiceKind.NOTIFICATION).restart();
      suite.stack().service(ServiceKind.MONITOR).restart();
      untilTold("monthly", month + 1);
      untilTold("weekly", 4 * (month + 1));
    }
    untilTold("daily", 14);
  }

  @AfterAll
  void stop() {
    suite.close();
  }

  @Test
  void each_period_has_one_bulletin_and_the_numbers_have_no_gaps() {
    for (var kind : List.of("daily", "weekly", "monthly")) {
      for (var unit : List.of(Roster.BUREAU, Roster.STATION)) {
        var issued = bulletins(kind, unit);

        assertThat(issued).extracting(it -> it.path("from").asText()).doesNotHaveDuplicates();
        assertThat(issued.stream().map(it -> it.path("serial").asInt()).sorted().toList())
            .as("the numbers of the %s bulletins of %s", kind, unit)
            .isEqualTo(IntStream.rangeClosed(1, issued.size()).boxed().toList());
      }
    }
    assertThat(bulletins("monthly", Roster.BUREAU).getFirst().at("/number/zh").asText())
        .startsWith("第")
        .endsWith("期");
  }

  @Test
  void the_sum_of_the_stations_is_the_number_of_the_bureau() {
    for (var month : bulletins("monthly", Roster.BUREAU)) {
      var from = month.path("from").asText();
      var due =
          List.of(Roster.STATION, Roster.OTHER_STATION, Roster.LEGAL_BRIGADE).stream()
              .mapToInt(unit -> due(monthly(unit, from)))
              .sum();

      assertThat(due(month)).as("due in the month from %s", from).isEqualTo(due);
    }
  }

  @Test
  void what_is_frozen_stays_though_the_case_is_decided_later() {
    var bulletin = bulletinWithTheBreach();
    var id = bulletin.path("id").asText();
    var before = document(bulletin).toString();
    var paper = pdf(id);

    suite.post(suite.event("decided", "decision-made", "case/" + CASE, Map.of()));
    suite.untilDeadline(CASE, HANDLING, "met-late");

    var opened = suite.until(() -> open(id), it -> it.at("/corrections/first").size() > 0);
    assertThat(opened.at("/corrections/known").asBoolean()).isTrue();
    assertThat(opened.path("document").toString()).isEqualTo(before);
    assertThat(pdf(id)).isEqualTo(paper);
    assertThat(new String(paper, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
  }

  private JsonNode bulletinWithTheBreach() {
    var due = LocalDate.parse(suite.deadline(CASE, HANDLING).path("dueOn").asText());
    return bulletins("weekly", Roster.STATION).stream()
        .filter(it -> !LocalDate.parse(it.path("from").asText()).isAfter(due))
        .filter(it -> !LocalDate.parse(it.path("to").asText()).isBefore(due))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> kind() {
    return Map.of("officer", Roster.OFFICER, "facts", Map.of("caseKind", "public-security"));
  }

  private void untilTold(String kind, int atLeast) {
    suite.until(() -> bulletins(kind, Roster.BUREAU), issued -> issued.size() >= atLeast);
    suite.until(() -> bulletins(kind, Roster.STATION), issued -> issued.size() >= atLeast);
  }

  private List<JsonNode> bulletins(String kind, String unit) {
    return suite.all(
        LocalRole.SUPERVISOR,
        null,
        "/api/v1/bulletins?kind=" + kind + "&unit=" + unit,
        "bulletins");
  }

  /** The units of a month are told one after the other: that of another may be on its way. */
  private JsonNode monthly(String unit, String from) {
    return suite
        .until(
            () ->
                bulletins("monthly", unit).stream()
                    .filter(it -> it.path("from").asText().equals(from))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private int due(JsonNode bulletin) {
    return document(bulletin).at("/period/counts/due").asInt();
  }

  private JsonNode document(JsonNode bulletin) {
    return open(bulletin.path("id").asText()).path("document");
  }

  private JsonNode open(String id) {
    return suite.console(LocalRole.SUPERVISOR, Roster.SUPERVISOR, "/api/v1/bulletins/" + id).body();
  }

  private byte[] pdf(String id) {
    return suite
        .file(LocalRole.SUPERVISOR, Roster.SUPERVISOR, "/api/v1/bulletins/" + id, PDF)
        .body();
  }
}
