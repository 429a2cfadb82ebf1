package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.Topics;
import io.caseclock.e2e.doors.MarkedBodies;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.secret.LocalRole;
import io.caseclock.testsupport.KafkaBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Marked names, numbers, addresses and texts go in by every body that an operation takes, by
 * searches and by topics, honest and not, while messages, webhooks and mails go out: none of them
 * comes out in a log, a metric, a trace or a webhook.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingPersonalLeavesIT {

  private static final String MARK = "Q7Xmark";
  private static final String MOBILE = "19900077117";
  private static final String EMAIL = "q7xmark@police.example";
  private static final String OFFICER = "P9901MARKED";
  private static final String CASE = "A9901MARKED";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final SpanCollector spans = SpanCollector.start();
  private final Gateway gateway = Gateway.start();
  private Suite suite;

  @BeforeAll
  void aSuite(@TempDir Path directory) {
    suite =
        Suite.start(
            directory,
            options ->
                gateway
                    .mailed(gateway.told(options))
                    .told("OTEL_EXPORTER_OTLP_ENDPOINT", spans.url())
                    .told("OTEL_BSP_SCHEDULE_DELAY", "100"));
  }

  @AfterAll
  void stop() throws IOException {
    suite.close();
    spans.close();
    gateway.close();
  }

  @Test
  void what_is_personal_stays_in_the_databases() {
    somebodyIsRegistered();
    var worked = aNoticeIsWorkedOnWith(MARK);
    somebodySearchesFor(MARK);
    somebodySendsNonsense();
    everyBodyIsSentWith(MARK);
    whatFollowedFromAnEventIsOneTrace();

    assertThat(suite.console(LocalRole.SUPERVISOR, null, worked).body().toString())
        .as("what was written is there")
        .contains(MARK);
    assertThat(suite.letters(OFFICER)).as("who was registered is told").isNotEmpty();
    writtenElsewhere()
        .forEach(
            (where, text) ->
                assertThat(text)
                    .as(where)
                    .isNotBlank()
                    .doesNotContainIgnoringCase(MARK)
                    .doesNotContain(MOBILE));
  }

  private void somebodyIsRegistered() {
    var post =
        CloudEvents.directory(
            "officer-assigned",
            "officer/" + OFFICER,
            suite.now(),
            Map.of(
                "name",
                MARK + "姓名",
                "unit",
                Roster.STATION,
                "roles",
                List.of("officer"),
                "contacts",
                Map.of("mobile", MOBILE, "email", EMAIL)));
    assertThat(suite.administer(post).status()).isEqualTo(202);
    suite.until(
        () -> suite.console(LocalRole.OFFICER, OFFICER, "/api/v1/inbox"),
        answer -> answer.status() == 200);
  }

  /** Returns where the notice is. */
  private String aNoticeIsWorkedOnWith(String text) {
    post("marked-1", "case-filed", Map.of("officer", OFFICER));
    post("marked-2", "finding-recorded", Map.of("element", "case", "text", text));
    suite.until(() -> suite.effects("marked-1"), effects -> effects.status() == 200);
    suite.fastForward(Duration.ofDays(45));
    suite.until(() -> suite.notices(CASE), notices -> !notices.isEmpty());
    var path = "/api/v1/notices/" + suite.notices(CASE).getFirst().path("id").asText();
    act(path + "/sign", Map.of());
    var day = suite.now().atZone(ZONE).toLocalDate().plusDays(3);
    act(path + "/plan", Map.of("on", day.toString(), "text", text));
    suite.attach(
        OFFICER,
        path + "/evidence?name=" + text + ".txt",
        "text/plain",
        text.getBytes(StandardCharsets.UTF_8));
    act(path + "/rectify", Map.of("text", text));
    act(path + "/rectify", Map.of("text", text, text, text));
    return path;
  }

  private void post(String id, String type, Map<String, Object> data) {
    suite.post(suite.event(id, type, "case/" + CASE, data));
  }

  private void act(String path, Map<String, Object> body) {
    suite.act(LocalRole.OFFICER, OFFICER, path, body);
  }

  private void somebodySearchesFor(String text) {
    var query = URLEncoder.encode(text + " " + MOBILE, StandardCharsets.UTF_8);
    suite.monitor("/api/v1/search?q=" + query);
    suite.monitor("/api/v1/deadlines?case=" + query + "&unknown=" + query);
    suite.console(LocalRole.SUPERVISOR, null, "/api/v1/notices?text=" + query);
    suite.console(LocalRole.SUPERVISOR, null, "/search?q=" + query);
    suite.console(LocalRole.SUPERVISOR, null, "/no-such-page/" + query);
  }

  private void somebodySendsNonsense() {
    post("marked-3", "case-filed", Map.of("name", MARK, "phone", MOBILE));
    post("marked-4", "marked-type-that-is-none", Map.of("name", MARK));
    post("marked-5", "facts-stated", Map.of("facts", MARK));
    suite.act(LocalRole.OFFICER, OFFICER, "/api/v1/silences", Map.of("reason", MARK));
    suite.supervise("/api/v1/deadlines/preview", Map.of(MARK, MOBILE));
    try (var topics = new TopicWriter(suite)) {
      for (var topic : List.of(Topics.CASE_EVENTS, Topics.DEADLINE_EVENTS, Topics.DIRECTORY)) {
        var headers = Map.of("ce_type", "case-filed", "ce_name", MARK);
        topics.send(
            topic, KafkaBytes.of("A-" + topic, headers, bytes("{\"name\":\"" + MARK + "\",")));
      }
    }
    suite.until(
        () -> suite.deadLetters(ServiceKind.MONITOR, Topics.CASE_EVENTS),
        letters -> letters.toString().contains("A-" + Topics.CASE_EVENTS));
    suite.until(
        () -> suite.deadLetters(ServiceKind.NOTIFICATION, Topics.DEADLINE_EVENTS),
        letters -> letters.toString().contains("A-" + Topics.DEADLINE_EVENTS));
  }

  private void everyBodyIsSentWith(String text) {
    var sent = MarkedBodies.send(suite, text);

    System.out.printf(
        "Marked bodies: of %d operations, %d were taken; %d posts to a webhook%n",
        sent.operations(), sent.taken(), gateway.posts());
    assertThat(sent.failures()).isEmpty();
    assertThat(sent.operations()).isGreaterThan(30);
    assertThat(sent.taken()).isGreaterThan(30);
    suite.until(gateway::posts, posts -> posts > 0);
  }

  /** From the request to the message in the inbox, through three services and two topics. */
  private void whatFollowedFromAnEventIsOneTrace() {
    var way =
        List.of(
            "POST /api/v1/events",
            "accept event",
            "process " + Topics.CASE_EVENTS,
            "tell alarm",
            "process " + Topics.DEADLINE_EVENTS,
            "send in-app");
    suite.until(spans::traces, traces -> traces.stream().anyMatch(names -> names.containsAll(way)));
  }

  /**
   * The logs of all processes, the spans that all have sent, and what the services tell Prometheus.
   */
  private Map<String, String> writtenElsewhere() {
    Map<String, String> found = new LinkedHashMap<>();
    for (var service : suite.stack().services()) {
      found.put("log of " + service.name(), read(service.log()));
      found.put("metrics of " + service.name(), suite.metrics(service));
    }
    found.put("spans", spans.text());
    found.put("webhook", gateway.text());
    found.put("log of the broker", read(suite.stack().kafka().log()));
    found.put("log of the database", read(suite.stack().postgres().log()));
    return found;
  }

  private static String read(Path log) {
    try {
      return Files.readString(log, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
