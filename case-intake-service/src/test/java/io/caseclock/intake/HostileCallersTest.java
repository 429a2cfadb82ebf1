package io.caseclock.intake;

import static io.caseclock.intake.IntakeDoor.EVENTS;
import static io.caseclock.intake.IntakeDoor.bearer;
import static io.caseclock.intake.IntakeDoor.caseFiled;
import static io.caseclock.intake.IntakeDoor.post;
import static io.caseclock.intake.IntakeDoor.postBatch;
import static io.caseclock.intake.IntakeDoor.registerUnits;
import static io.caseclock.testsupport.RawCaller.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.matchesPattern;

import io.caseclock.admission.BytesInFlight;
import io.caseclock.admission.CallersPlaces;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.RawCaller;
import io.caseclock.testsupport.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(HostileCallersTest.Impatient.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "intake"))
class HostileCallersTest {

  private static final String BATCH = "Content-Type: application/cloudevents-batch+json";
  private static final String MIB_OF_SPACES = " ".repeat(1024 * 1024);

  /** What takes many seconds elsewhere is over in two, and shares are small. */
  public static class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "caseclock.http.head-within", "2s",
          "caseclock.http.idle-within", "2s",
          "caseclock.http.body-within", "2s",
          "caseclock.http.slowest", "64M",
          "caseclock.http.in-flight", "8M",
          "caseclock.http.in-flight-of-one", "5M",
          "caseclock.rate.source", "1",
          "caseclock.rate.source-burst", "100",
          "quarkus.http.read-timeout", "2S");
    }
  }

  @Inject BytesInFlight inFlight;
  @Inject CallersPlaces places;
  @Inject MeterRegistry metrics;
  private final List<RawCaller> callers = new ArrayList<>();

  @BeforeEach
  void a_service_that_was_asked_before() {
    registerUnits();
  }

  @AfterEach
  void good_callers_are_served_and_nothing_is_held() throws IOException {
    for (var caller : callers) {
      caller.close();
    }
    post(as("good-" + UUID.randomUUID()), caseFiled()).statusCode(202);
    await().until(() -> inFlight.held() == 0 && places.callers() == 0);
  }

  @Test
  void connections_that_say_nothing_or_half_a_head_are_closed() throws IOException {
    for (var number = 0; number < 100; number++) {
      call();
      call().send("POST /api/v1/events HTTP/1.1\r\nHost: local");
    }

    for (var caller : callers) {
      assertThat(caller.untilClosed()).doesNotContain("HTTP/1.1 2");
    }
  }

  @Test
  void a_request_that_names_no_host_is_refused_with_a_problem() throws IOException {
    assertThat(call().send("GET /q/health HTTP/1.1\r\nConnection: close\r\n\r\n").untilClosed())
        .startsWith("HTTP/1.1 400")
        .contains("urn:caseclock:problem:malformed-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Host:\r\n", "Host:  \r\n"})
  void an_old_client_that_names_no_host_is_refused_with_a_problem(String host) throws IOException {
    assertThat(call().send("GET /api/v1/facts HTTP/1.0\r\n" + host + "\r\n").untilClosed())
        .startsWith("HTTP/1.")
        .contains(" 400 ", "\"pointer\":\"/Host\"");
  }

  @Test
  void the_probe_of_an_old_load_balancer_needs_no_host() throws IOException {
    assertThat(call().send("GET /q/health/live HTTP/1.0\r\n\r\n").untilClosed()).contains(" 200 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "identity", "xchunked"})
  void what_follows_a_head_that_cannot_be_read_is_nobodys_request(String coding)
      throws IOException {
    var inTheBody = "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
    var request = head(EVENTS, token("a"), BATCH, "Transfer-Encoding: " + coding) + inTheBody;

    assertThat(call().send(request).untilClosed())
        .startsWith("HTTP/1.1 400")
        .containsOnlyOnce("HTTP/1.1")
        .doesNotContain("UP");
  }

  @ParameterizedTest
  @CsvSource({"Authorization: Bearer a, 401", "Content-Type: application/json, 400"})
  void a_header_of_which_two_readers_could_take_another_one_is_refused(String header, int status)
      throws IOException {
    var twice = "\r\n" + header + "\r\n" + header + "\r\nConnection: close\r\n\r\n";

    assertThat(call().send("GET /q/health HTTP/1.1\r\nHost: localhost" + twice).untilClosed())
        .startsWith("HTTP/1.1 " + status)
        .contains("urn:caseclock:problem:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "identity", "chunked\r\nTransfer-Encoding: x"})
  void a_body_whose_end_nobody_here_knows_is_refused(String coding) throws IOException {
    var request = head(EVENTS, token("a"), BATCH, "Transfer-Encoding: " + coding);

    assertThat(call().send(request).untilClosed())
        .startsWith("HTTP/1.1 400")
        .contains("\"pointer\":\"/Transfer-Encoding\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*/*", "application/*", "application/json;"})
  void a_body_of_no_type_or_of_any_is_not_taken_for_what_it_might_be(String type)
      throws IOException {
    var request =
        head(EVENTS, token("a"), "Content-Type: " + type, "Content-Length: 2", "Connection: close");

    assertThat(call().send(request + "[]").untilClosed())
        .startsWith("HTTP/1.1 415")
        .contains("urn:caseclock:problem:unsupported-media-type");
  }

  @Test
  void a_head_that_drips_is_cut_off_however_steadily_it_comes() throws IOException {
    assertThat(call().send("GET /q/health HTTP/1.1\r\nX-Drip: ").isClosedWhileDripping(100))
        .isTrue();
  }

  @Test
  void a_connection_is_not_kept_for_ever_after_an_answer() throws IOException {
    assertThat(call().send("GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n").untilClosed())
        .startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(ints = {4 * 1024 * 1024 + 1, 15 * 1024 * 1024})
  void an_announced_size_is_refused_before_a_byte_of_it_comes(int size) throws IOException {
    assertThat(call().send(batch(token("a"), "Content-Length: " + size)).untilClosed())
        .startsWith("HTTP/1.1 413")
        .contains("urn:caseclock:problem:too-large");
  }

  @Test
  void one_event_may_be_as_large_as_an_event_and_not_as_a_batch() throws IOException {
    var request =
        head(
            EVENTS,
            token("a"),
            "Content-Type: application/cloudevents+json",
            "Content-Length: 300000");

    assertThat(call().send(request).untilClosed()).startsWith("HTTP/1.1 413");
  }

  @Test
  void a_size_that_was_not_announced_is_refused_when_it_is_reached() throws IOException {
    var caller = call().send(batch(token("a"), "Transfer-Encoding: chunked"));

    assertThat(sendChunks(caller, 6).untilClosed()).containsAnyOf("HTTP/1.1 413", "(reset)");
  }

  @Test
  void a_body_of_somebody_unknown_or_without_the_role_is_not_waited_for() throws IOException {
    var unknown = call().send(batch("nonsense", "Content-Length: 4000000"));
    var withoutRole =
        call().send(batch(TestTokens.of("auditor").unit("D01").sign(), "Content-Length: 4000000"));
    var nowhere =
        call().send(head("/api/v1/nowhere", token("a"), BATCH, "Content-Length: 4000000"));

    assertThat(unknown.statusLine()).contains("401");
    assertThat(withoutRole.statusLine()).contains("403");
    assertThat(nowhere.statusLine()).contains("404");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Content-Length: 400", "Content-Length: 4000000", "Transfer-Encoding: chunked"})
  void a_body_that_does_not_come_is_answered_and_counted(String length) throws IOException {
    var before = tooSlow();

    assertThat(call().send(batch(token("a"), length)).untilClosed())
        .startsWith("HTTP/1.1 408")
        .containsIgnoringCase("\r\nConnection: close\r\n")
        .contains("application/problem+json", "urn:caseclock:problem:too-slow");
    assertThat(tooSlow()).isEqualTo(before + 1);
  }

  @Test
  void a_body_that_was_asked_for_and_does_not_come_is_answered() throws IOException {
    var caller =
        call().send(batch(token("a"), "Content-Length: 400\r\nExpect: 100-continue")).send("[");

    assertThat(caller.untilClosed())
        .startsWith("HTTP/1.1 100")
        .contains("HTTP/1.1 408", "urn:caseclock:problem:too-slow");
  }

  @Test
  void a_body_that_drips_is_answered_however_steadily_it_comes() throws IOException {
    var caller = call().send(batch(token("a"), "Content-Length: 400"));

    assertThat(caller.answerWhileDripping(100)).startsWith("HTTP/1.1 408");
  }

  @Test
  void half_sent_bodies_of_one_caller_are_given_up_and_leave_room_for_others() throws IOException {
    for (var number = 0; number < 20; number++) {
      call().send(batch(token("flooder"), "Content-Length: 4000000")).send(MIB_OF_SPACES);
    }

    post(as("neighbour"), caseFiled()).statusCode(202);

    for (var caller : callers) {
      assertThat(caller.untilClosed()).doesNotContain("HTTP/1.1 2", "HTTP/1.1 500");
    }
  }

  @Test
  void half_sent_bodies_of_many_callers_hold_no_more_than_there_is_room() throws IOException {
    for (var number = 0; number < 20; number++) {
      call().send(batch(token("flooder-" + number), "Content-Length: 4000000")).send(MIB_OF_SPACES);
    }

    for (var caller : callers) {
      assertThat(caller.untilClosed()).doesNotContain("HTTP/1.1 2", "HTTP/1.1 500");
    }
  }

  @Test
  void http_2_is_not_spoken_in_clear_text() throws IOException {
    var upgraded =
        call()
            .send(
                "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade,"
                    + " HTTP2-Settings\r\nUpgrade: h2c\r\n"
                    + "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\r\n");
    var knowing = call().send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").send(new byte[9]);

    assertThat(upgraded.statusLine()).doesNotContain("101").contains("200");
    assertThat(knowing.untilClosed()).startsWith("HTTP/").contains(" 400 ");
  }

  @Test
  void a_source_that_has_sent_its_share_is_told_when_to_come_back() {
    var flooder = as("one-source");
    postBatch(flooder, events("urn:precinct:loud", 100)).statusCode(200);

    postBatch(as("one-source"), events("urn:precinct:loud", 90))
        .statusCode(429)
        .header("Retry-After", matchesPattern("[1-8]?[0-9]|90"))
        .body("type", equalTo("urn:caseclock:problem:too-many-requests"))
        .body("retryAfter", greaterThan(0));

    postBatch(as("one-source"), events("urn:precinct:quiet", 100)).statusCode(200);
  }

  private RawCaller call() throws IOException {
    var caller = RawCaller.to(RestAssured.port);
    callers.add(caller);
    return caller;
  }

  private double tooSlow() {
    return metrics.counter("caseclock.http.refused", "reason", "slow").count();
  }

  private static RawCaller sendChunks(RawCaller caller, int mebibytes) {
    try {
      for (var number = 0; number < mebibytes; number++) {
        caller.send("100000\r\n").send(MIB_OF_SPACES).send("\r\n");
      }
    } catch (IOException refused) {
      return caller;
    }
    return caller;
  }

  private static String batch(String token, String length) {
    return head(EVENTS, token, BATCH, length);
  }

  private static String token(String name) {
    return TestTokens.of("precinct-system").unit("D01").name(name).sign();
  }

  private static RequestSpecification as(String name) {
    return bearer(token(name));
  }

  private static List<Map<String, Object>> events(String source, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            number -> {
              var event = caseFiled();
              event.put("source", source);
              return event;
            })
        .toList();
  }
}
