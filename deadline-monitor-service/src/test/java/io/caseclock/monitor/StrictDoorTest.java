package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.RawHttp;
import io.caseclock.testsupport.RawHttp.Answer;
import io.caseclock.testsupport.Spoiled;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class StrictDoorTest {

  private static final String MALFORMED = "urn:caseclock:problem:malformed-request";
  private static final String MEMBERS =
      "\"events\":[{\"type\":\"case-filed\",\"subject\":\"case/A1\","
          + "\"time\":\"2026-03-02T10:00:00+08:00\",\"data\":{}}]";

  @Inject MonitorTestBench bench;

  @BeforeEach
  void aBureau() {
    bench.clock().set("2026-07-02T02:00:00Z");
    bench.aSmallBureau();
  }

  private static byte[] sound() {
    return ("{" + MEMBERS + "}").getBytes(StandardCharsets.UTF_8);
  }

  static Stream<Map.Entry<String, byte[]>> bodies() {
    return Spoiled.bodies(MEMBERS).entrySet().stream()
        .filter(body -> !body.getKey().equals("an unknown member"));
  }

  @Test
  void the_sound_body_is_taken() {
    assertThat(
            door()
                .send("POST /api/v1/deadlines/preview", sound(), "Content-Type: application/json")
                .status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void a_spoiled_body_is_refused_with_its_place(Map.Entry<String, byte[]> body) {
    malformed(
        door()
            .send(
                "POST /api/v1/deadlines/preview",
                body.getValue(),
                "Content-Type: application/json"));
  }

  static Stream<String> queries() {
    return Spoiled.queries("unit").stream();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void a_parameter_that_is_no_text_or_is_not_known_is_refused(String query) {
    malformed(door().send("GET /api/v1/deadlines?" + query));
  }

  static Stream<String> queriesOfNoUri() {
    return Spoiled.queriesOfNoUri("unit").stream();
  }

  @ParameterizedTest
  @MethodSource("queriesOfNoUri")
  void a_query_that_is_no_uri_is_refused(String query) {
    assertThat(door().send("GET /api/v1/deadlines?" + query).status()).isEqualTo(400);
  }

  @Test
  void the_known_parameters_are_named() {
    var answer = door().send("GET /api/v1/deadlines?nonsense=1");

    malformed(answer);
    assertThat(answer.body()).contains("\"/nonsense\"", "is not known; known are", "unit");
  }

  static Stream<String> segments() {
    return Spoiled.segments().stream();
  }

  @ParameterizedTest
  @MethodSource("segments")
  void a_path_that_is_no_text_is_refused(String segment) {
    assertThat(door().send("GET /api/v1/cases/%s/deadlines".formatted(segment)).status())
        .isEqualTo(400);
  }

  @Test
  void a_long_path_breaks_nothing() {
    assertThat(door().send("GET /api/v1/cases/%s/deadlines".formatted("x".repeat(20_000))).status())
        .isBetween(400, 499);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "/", "application/json; charset=GBK", "a/b/c;;=", "\"", ";"})
  void a_content_type_that_nobody_knows_is_415(String type) {
    assertThat(
            door()
                .send("POST /api/v1/deadlines/preview", sound(), "Content-Type: " + type)
                .status())
        .isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept: json",
        "Accept: /",
        "Accept: application/json;q=x",
        "Accept-Language: ;;;",
        "Accept-Language: zh;q=x"
      })
  void a_header_that_cannot_be_read_breaks_nothing(String header) {
    assertThat(door().send("GET /api/v1/deadlines?unit=X01", header).status()).isIn(200, 400, 406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "Administrator", "ADMINISTRATOR", "administrator "})
  void a_token_without_a_known_role_opens_nothing(String role) {
    assertThat(door(role).send("GET /api/v1/deadlines?unit=X01").status()).isEqualTo(403);
  }

  @Test
  void no_cache_keeps_an_answer() {
    var answer = door().send("GET /api/v1/deadlines?unit=X01");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.head()).containsOnlyOnce("cache-control: no-store");
    assertThat(door().send("GET /api/v1/deadlines?nonsense=1").head())
        .contains("cache-control: no-store");
  }

  @Test
  void a_forged_line_stays_one_line_in_every_log() {
    var forged = new LogRecord(Level.WARNING, "case x\r\n2026-03-02 09:00:00 INFO all is well");

    assertThat(formatters(Logger.getLogger("")))
        .isNotEmpty()
        .allSatisfy(formatter -> assertThat(formatter.format(forged).lines()).hasSize(1));
  }

  private static List<Formatter> formatters(Logger logger) {
    List<Formatter> formatters = new ArrayList<>();
    Deque<Handler> handlers = new ArrayDeque<>(List.of(logger.getHandlers()));
    while (!handlers.isEmpty()) {
      var handler = handlers.pop();
      if (handler.getFormatter() != null) {
        formatters.add(handler.getFormatter());
      }
      if (handler instanceof ExtHandler several) {
        handlers.addAll(List.of(several.getHandlers()));
      }
    }
    return formatters;
  }

  private static void malformed(Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains(MALFORMED, "violations", "pointer");
  }

  private static RawHttp door() {
    return door("supervisor");
  }

  private static RawHttp door(String role) {
    return new RawHttp(RestAssured.port, TestTokens.of(role).unit("X01").sign());
  }
}
