package io.caseclock.local.certify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.local.Credential;
import io.caseclock.local.certify.Certification.Mode;
import io.caseclock.local.certify.OddInstallation.Answer;
import io.caseclock.local.certify.OddInstallation.Asked;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificationTest {

  private static final Path DOCUMENT = Path.of("../../docs/integration.md");
  private static final Credential TOKEN = Credential.token("a-token");
  private static final String RUN = "ABCDEFGHJK";
  private static final Set<String> OF_THE_DAY =
      Set.of("first-case", "repeat", "order", "correction", "lie", "batch", "flood");

  private static final Sender SENDER =
      new Sender(
          "9901",
          "urn:precinct:9901",
          RUN,
          Instant.parse("2026-03-02T02:00:00.5Z"),
          Optional.of("9902"));

  private final List<Duration> pauses = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"202, ''", "202, '{\"status\": \"fine\"}'", "500, ''", "204, ''"})
  void whoever_answers_everything_alike_fails_in_every_step_and_is_asked_to_take_it_back(
      int status, String body) {
    try (var odd = OddInstallation.answering(status, body)) {
      var verdicts = played(odd, askedOnce(odd));

      assertThat(verdicts).allSatisfy(verdict -> assertThat(verdict.passed()).isFalse());
      assertThat(scenarios(verdicts)).containsAll(OF_THE_DAY).contains("end");
      assertThat(names(verdicts)).doesNotHaveDuplicates();
    }
  }

  @Test
  void whoever_refuses_with_another_problem_fails_in_every_step_and_has_nothing_to_take_back() {
    var other = "{\"type\": \"urn:caseclock:problem:other\", \"status\": 418}";
    try (var odd = OddInstallation.answering(418, other)) {
      var verdicts = played(odd, askedOnce(odd));

      assertThat(verdicts).allSatisfy(verdict -> assertThat(verdict.passed()).isFalse());
      assertThat(scenarios(verdicts)).isEqualTo(OF_THE_DAY);
    }
  }

  @Test
  void a_right_problem_with_a_wrong_status_or_pointer_is_a_failure() {
    var elsewhere =
        "{\"type\": \"urn:caseclock:problem:not-allowed\","
            + " \"violations\": [{\"pointer\": \"/elsewhere\"}]}";
    try (var odd = OddInstallation.answering(403, elsewhere)) {
      var verdicts = played(odd, askedOnce(odd));

      assertThat(verdict(verdicts, "lie/other-source").passed()).isFalse();
      assertThat(verdict(verdicts, "lie/other-source").came()).contains("403", "/elsewhere");
      assertThat(verdict(verdicts, "lie/other-source").step().expected().text())
          .isEqualTo("403, /type = urn:caseclock:problem:not-allowed, a violation at /source");
    }
  }

  @Test
  void everything_that_may_be_kept_is_taken_back_as_its_own_source() {
    try (var odd = OddInstallation.answering(202, "")) {
      played(odd, new Mode(0, Optional.empty()));

      var takenBack = odd.asked().getLast().body();
      assertThat(sent(odd)).isNotEmpty().contains(SENDER.caseId("BATCH") + "-filed");
      assertThat(ids(takenBack, "/data/id")).containsAll(sent(odd));
      assertThat(takenBack)
          .allSatisfy(
              event -> {
                assertThat(event.at("/type").asText()).isEqualTo("event-withdrawn");
                assertThat(event.at("/data/source")).isEqualTo(event.at("/source"));
              });
      assertThat(ids(takenBack, "/source")).contains("urn:certify:somebody-else");
    }
  }

  @Test
  void what_was_refused_is_not_taken_back() {
    var results = "{\"results\": [{\"status\": \"accepted\"}, {\"status\": \"refused\"}]}";
    try (var odd =
        OddInstallation.answering(
            request -> request.isBatch() ? Answer.of(207, results) : Answer.of(400, ""))) {
      var verdicts = played(odd, new Mode(0, Optional.empty()));

      assertThat(verdict(verdicts, "batch/one-bad").passed()).isTrue();
      assertThat(ids(odd.asked().getLast().body(), "/data/id"))
          .containsExactly(SENDER.caseId("BATCH") + "-filed");
    }
  }

  @Test
  void who_asks_for_patience_gets_it() {
    try (var odd = OddInstallation.answering(request -> new Answer(429, waiting("7"), ""))) {
      var verdicts = played(odd, askedOnce(odd));

      assertThat(pauses).isNotEmpty().containsOnly(Duration.ofSeconds(7));
      assertThat(verdict(verdicts, Flood.NAME).passed()).isTrue();
      assertThat(verdict(verdicts, Flood.NAME).came()).isEqualTo("100 × 429");
      assertThat(verdict(verdicts, Flood.AFTER).passed()).isFalse();
    }
  }

  @Test
  void who_asks_for_patience_without_saying_how_long_fails() {
    try (var odd = OddInstallation.answering(request -> new Answer(429, waiting("soon"), ""))) {
      var verdicts = played(odd, askedOnce(odd));

      assertThat(verdict(verdicts, Flood.NAME).passed()).isFalse();
      assertThat(pauses).isNotEmpty().containsOnly(Duration.ofSeconds(1));
    }
  }

  @Test
  void nobody_waits_for_longer_than_ten_minutes() {
    try (var odd = OddInstallation.answering(request -> new Answer(503, waiting("86400"), ""))) {
      played(odd, new Mode(0, Optional.empty()));

      assertThat(pauses).isNotEmpty().containsOnly(Duration.ofMinutes(10));
    }
  }

  @Test
  void the_token_goes_to_no_host_that_only_a_receipt_names() {
    try (var stranger = OddInstallation.answering(200, "{}");
        var odd = OddInstallation.answering(request -> receiptOf(stranger, "monitor.example"))) {
      var verdicts = played(odd, new Mode(1, Optional.empty()));

      assertThat(stranger.asked()).isEmpty();
      assertThat(verdict(verdicts, "first-case/running").passed()).isFalse();
      assertThat(verdict(verdicts, "first-case/running").came())
          .contains("monitor.example", "--monitor");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost"})
  void a_monitor_on_the_host_of_intake_is_found_by_the_receipt(String host) {
    try (var monitor = OddInstallation.answering(200, "{}");
        var odd = OddInstallation.answering(request -> receiptOf(monitor, host))) {
      played(odd, new Mode(1, Optional.empty()));

      assertThat(monitor.asked())
          .extracting(Asked::path)
          .contains("/api/v1/effects", "/api/v1/cases/" + SENDER.caseId("FIRST") + "/deadlines");
      assertThat(monitor.asked())
          .extracting(Asked::authorization)
          .containsOnly(TOKEN.authorization());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8081/, http://127.0.0.1:8082/x, true",
    "http://127.0.0.1:8081/, http://LOCALHOST:8082/x, true",
    "http://[::1]:8081/, http://127.1.2.3:8082/x, true",
    "http://localhost:8081/, https://127.0.0.1:8082/x, false",
    "http://localhost:8081/, http://127.0.0.1.example:8082/x, false",
    "http://localhost:8081/, http://localhost.example:8082/x, false",
    "http://intake.example/, http://127.0.0.1:8082/x, false"
  })
  void all_names_of_this_machine_to_itself_are_one_host(
      URI intake, String address, boolean isNeighbour) {
    assertThat(new Door(intake, TOKEN).neighbour(address).isPresent()).isEqualTo(isNeighbour);
  }

  @Test
  void without_a_token_none_is_sent() {
    try (var odd = OddInstallation.answering(202, "")) {
      played(odd, new Mode(0, Optional.empty()));

      assertThat(odd.asked().stream().filter(request -> request.authorization().isEmpty()))
          .singleElement()
          .satisfies(
              request ->
                  assertThat(request.body().at("/id").asText())
                      .isEqualTo(SENDER.caseId("LIE") + "-no-token"));
    }
  }

  @Test
  void an_installation_that_is_away_fails_in_every_step() {
    URI gone;
    try (var odd = OddInstallation.answering(200, "")) {
      gone = odd.address();
    }

    var verdicts =
        new Certification(gone, TOKEN, SENDER, new Mode(1, Optional.of(gone)), pauses::add)
            .play(verdict -> {});

    assertThat(verdicts)
        .isNotEmpty()
        .allSatisfy(
            verdict -> {
              assertThat(verdict.passed()).isFalse();
              assertThat(verdict.came()).contains("ConnectException");
            });
  }

  @Test
  void every_step_points_to_a_heading_of_the_document() throws IOException {
    var anchors =
        Files.readAllLines(DOCUMENT).stream()
            .filter(line -> line.startsWith("#"))
            .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT).replace(' ', '-'))
            .toList();
    try (var odd = OddInstallation.answering(202, "")) {
      var sections =
          played(odd, askedOnce(odd)).stream().map(it -> it.step().section()).distinct().toList();

      assertThat(sections).hasSize(9);
      assertThat(anchors).containsAll(sections);
    }
  }

  private List<Verdict> played(OddInstallation odd, Mode mode) {
    return new Certification(odd.address(), TOKEN, SENDER, mode, pauses::add).play(verdict -> {});
  }

  private static Mode askedOnce(OddInstallation odd) {
    return new Mode(1, Optional.of(odd.address()));
  }

  private static Answer receiptOf(OddInstallation monitor, String host) {
    var effects = monitor.address(host) + "api/v1/effects?source=a&id=b";
    return Answer.of(200, "{\"effects\": \"" + effects + "\"}");
  }

  private static Map<String, String> waiting(String text) {
    return Map.of("Retry-After", text);
  }

  private static Verdict verdict(List<Verdict> verdicts, String step) {
    return verdicts.stream().filter(it -> it.step().name().equals(step)).findFirst().orElseThrow();
  }

  private static List<String> names(List<Verdict> verdicts) {
    return verdicts.stream().map(it -> it.step().name()).toList();
  }

  private static Set<String> scenarios(List<Verdict> verdicts) {
    return names(verdicts).stream()
        .map(name -> name.substring(0, name.indexOf('/')))
        .collect(Collectors.toSet());
  }

  /** The ids of all events that came whole, but for withdrawals. */
  private static Set<String> sent(OddInstallation odd) {
    return odd.asked().stream()
        .flatMap(request -> events(request.body()).stream())
        .filter(event -> event.has("id") && !event.path("type").asText().equals("event-withdrawn"))
        .map(event -> event.path("id").asText())
        .collect(Collectors.toSet());
  }

  private static List<JsonNode> events(JsonNode body) {
    List<JsonNode> events = new ArrayList<>();
    if (body.isArray()) {
      body.forEach(events::add);
    } else {
      events.add(body);
    }
    return events;
  }

  private static List<String> ids(JsonNode events, String pointer) {
    return events(events).stream().map(event -> event.at(pointer).asText()).toList();
  }
}
