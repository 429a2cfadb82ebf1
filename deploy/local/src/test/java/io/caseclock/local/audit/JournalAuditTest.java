package io.caseclock.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit asks two services that answer what each test lays down. */
class JournalAuditTest {

  private static final String PRECINCT = "urn:precinct:x01";
  private static final String NOTIFICATION = "urn:caseclock:notification";
  private static final String ODD =
      "{\"detail\":\"The request has faults.\","
          + "\"violations\":[{\"pointer\":\"/events/0/subject\",\"message\":\"odd\"}]}";
  private static final String DUE = "2026-07-09T16:00:00Z";

  private final Map<String, String> answers = new LinkedHashMap<>();
  private final Map<String, Integer> refused = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private String oddCase = "none";
  private HttpServer server;
  private JournalAudit audit;

  @BeforeEach
  void twoServices() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    var client =
        new ServiceClient(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "a-token");
    audit = new JournalAudit(client, client);
    answers.put(
        "/api/v1/journal",
        """
        {"items":[{"id":"e1","source":"%s","type":"incident-feedback-entered",
          "subject":"incident/J1","time":"2026-07-08T02:00:00Z","caseId":"J1",
          "data":{"unit":"X0101"}}],"next":null}
        """
            .formatted(PRECINCT));
    answers.put("/api/v1/effects", "{}");
  }

  @AfterEach
  void over() {
    server.stop(0);
  }

  @Test
  void what_the_journal_calls_for_as_it_is_stored_is_no_difference() {
    open(deadline("d1", "incident-callback", "incident", PRECINCT));
    computed(deadline("d1", "incident-callback", "incident", PRECINCT));

    assertThat(audit.run())
        .isEqualTo(new JournalAudit.Report(1, 1, 0, List.of(), List.of(), List.of(), List.of()));
  }

  @Test
  void what_the_journal_does_not_call_for_is_a_difference() {
    open(deadline("d1", "incident-callback", "incident", PRECINCT));
    computed();

    assertThat(audit.run().differences())
        .containsExactly(
            "J1 incident-callback: stored running due " + DUE + ", the journal calls for none");
  }

  @Test
  void what_the_notification_service_began_is_left_out_whatever_it_is_about() {
    open(
        deadline("d1", "incident-callback", "incident", PRECINCT),
        deadline("d2", "incident-callback-rework", "incident", NOTIFICATION),
        deadline("d3", "notice-signing", "notice", NOTIFICATION),
        deadline("d4", "plan-date", "plan", NOTIFICATION));
    computed(deadline("d1", "incident-callback", "incident", PRECINCT));

    assertThat(audit.run())
        .isEqualTo(new JournalAudit.Report(1, 1, 0, List.of(), List.of(), List.of(), List.of()));
  }

  @Test
  void a_case_of_which_only_such_deadlines_are_open_is_not_asked_for() {
    open(deadline("d2", "incident-callback-rework", "incident", NOTIFICATION));
    computed();

    assertThat(audit.run())
        .isEqualTo(new JournalAudit.Report(0, 0, 0, List.of(), List.of(), List.of(), List.of()));
    assertThat(asked).noneMatch(path -> path.startsWith("/api/v1/journal"));
  }

  @Test
  void a_case_that_is_too_large_for_a_preview_is_left_out_and_named() {
    open(deadline("d1", "incident-callback", "incident", PRECINCT));
    refused.put("/api/v1/deadlines/preview", 413);

    assertThat(audit.run())
        .isEqualTo(new JournalAudit.Report(1, 1, 0, List.of("J1"), List.of(), List.of(), List.of()))
        .returns(0, JournalAudit.Report::compared);
  }

  @Test
  void a_case_of_more_events_than_a_preview_takes_is_not_sent_to_one() {
    open(deadline("d1", "incident-callback", "incident", PRECINCT));
    var event =
        Objects.requireNonNull(answers.get("/api/v1/journal"))
            .replaceFirst("(?s).*\\[(.*)\\].*", "$1");
    answers.put(
        "/api/v1/journal",
        "{\"items\":[" + String.join(",", Collections.nCopies(1_001, event)) + "],\"next\":null}");

    assertThat(audit.run().tooLarge()).containsExactly("J1");
    assertThat(asked).doesNotContain("/api/v1/deadlines/preview");
  }

  @Test
  void a_case_whose_contents_the_journal_no_longer_has_is_left_out_and_named() {
    open(deadline("d1", "incident-callback", "incident", PRECINCT));
    answers.compute(
        "/api/v1/journal",
        (path, items) ->
            Objects.requireNonNull(items)
                .replaceFirst("\"id\":", "\"contentsDeletedAt\":\"2026-11-02T02:00:00Z\",\"id\":"));

    assertThat(audit.run())
        .isEqualTo(new JournalAudit.Report(1, 1, 0, List.of(), List.of("J1"), List.of(), List.of()))
        .returns(0, JournalAudit.Report::compared);
    assertThat(asked).doesNotContain("/api/v1/deadlines/preview");
  }

  @Test
  void a_case_that_is_refused_is_named_with_the_reason_and_the_others_are_compared() {
    open(
        deadline("d1", "incident-callback", "incident", PRECINCT).replace("J1", "J0"),
        deadline("d2", "incident-callback", "incident", PRECINCT));
    computed(deadline("d2", "incident-callback", "incident", PRECINCT));
    oddCase = "J0";

    assertThat(audit.run())
        .returns(2, JournalAudit.Report::cases)
        .returns(1, JournalAudit.Report::compared)
        .returns(List.of(), JournalAudit.Report::differences)
        .returns(
            List.of("J0: 400: The request has faults.; /events/0/subject odd"),
            JournalAudit.Report::refused);
  }

  @Test
  void a_case_of_which_the_journal_holds_nothing_is_named_and_no_preview_is_asked_for() {
    open(deadline("d1", "incident-callback", "incident", PRECINCT));
    answers.put("/api/v1/journal", "{\"items\":[],\"next\":null}");

    assertThat(audit.run().refused()).containsExactly("J1: the journal holds no event of it");
    assertThat(asked).doesNotContain("/api/v1/deadlines/preview");
  }

  private void open(String... deadlines) {
    answers.put(
        "/api/v1/deadlines", "{\"deadlines\":[" + String.join(",", deadlines) + "],\"next\":null}");
  }

  private void computed(String... deadlines) {
    answers.put(
        "/api/v1/deadlines/preview", "{\"deadlines\":[" + String.join(",", deadlines) + "]}");
  }

  private static String deadline(String id, String rule, String element, String source) {
    return """
    {"id":"%s","caseId":"J1","rule":"%s","element":"%s","source":"%s","status":"running",
     "dueAt":"%s"}
    """
        .formatted(id, rule, element, source, DUE);
  }

  /** Whatever is asked of a case is answered alike; a preview of the odd one is refused. */
  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    asked.add(path);
    var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var isOdd = sent.contains("\"caseId\":\"" + oddCase + "\"");
    var text = isOdd ? ODD : answers.getOrDefault(path, "{}");
    var body = text.replace("J1", caseAskedFor(exchange)).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(isOdd ? 400 : refused.getOrDefault(path, 200), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String caseAskedFor(HttpExchange exchange) {
    var query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
    return query.contains("caseId=J0") ? "J0" : "J1";
  }
}
