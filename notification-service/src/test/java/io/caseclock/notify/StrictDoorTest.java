package io.caseclock.notify;

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
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class StrictDoorTest {

  private static final String MALFORMED = "urn:caseclock:problem:malformed-request";
  private static final String MEMBERS =
      "\"unit\":\"D01\",\"kind\":\"breach\",\"severity\":\"grave\"";

  @Inject Office office;

  @BeforeEach
  void anOffice() {
    office.open();
  }

  private static byte[] sound() {
    return ("{" + MEMBERS + "}").getBytes(StandardCharsets.UTF_8);
  }

  static Stream<Map.Entry<String, byte[]>> bodies() {
    return Spoiled.bodies(MEMBERS).entrySet().stream();
  }

  @Test
  void the_sound_body_is_taken() {
    assertThat(
            door()
                .send("POST /api/v1/routes/test", sound(), "Content-Type: application/json")
                .status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void a_spoiled_body_is_refused_with_its_place(Map.Entry<String, byte[]> body) {
    malformed(
        door().send("POST /api/v1/routes/test", body.getValue(), "Content-Type: application/json"));
  }

  static Stream<String> queries() {
    return Spoiled.queries("unit").stream();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void a_parameter_that_is_no_text_or_is_not_known_is_refused(String query) {
    malformed(door().send("GET /api/v1/notices?" + query));
  }

  static Stream<String> queriesOfNoUri() {
    return Spoiled.queriesOfNoUri("unit").stream();
  }

  @ParameterizedTest
  @MethodSource("queriesOfNoUri")
  void a_query_that_is_no_uri_is_refused(String query) {
    assertThat(door().send("GET /api/v1/notices?" + query).status()).isEqualTo(400);
  }

  @Test
  void the_known_parameters_are_named() {
    var answer = door().send("GET /api/v1/notices?nonsense=1");

    malformed(answer);
    assertThat(answer.body()).contains("\"/nonsense\"", "is not known; known are", "unit");
  }

  static Stream<String> segments() {
    return Spoiled.segments().stream();
  }

  @ParameterizedTest
  @MethodSource("segments")
  void a_path_that_is_no_text_is_refused(String segment) {
    assertThat(door().send("GET /api/v1/notices/%s".formatted(segment)).status()).isEqualTo(400);
  }

  @Test
  void a_long_path_breaks_nothing() {
    assertThat(door().send("GET /api/v1/notices/%s".formatted("x".repeat(20_000))).status())
        .isBetween(400, 499);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "/", "application/json; charset=GBK", "a/b/c;;=", "\"", ";"})
  void a_content_type_that_nobody_knows_is_415(String type) {
    assertThat(door().send("POST /api/v1/routes/test", sound(), "Content-Type: " + type).status())
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
    assertThat(door().send("GET /api/v1/notices?limit=1", header).status()).isIn(200, 400, 406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "Administrator", "ADMINISTRATOR", "administrator "})
  void a_token_without_a_known_role_opens_nothing(String role) {
    assertThat(door(role).send("GET /api/v1/notices?limit=1").status()).isEqualTo(403);
  }

  @Test
  void no_cache_keeps_an_answer() {
    var answer = door().send("GET /api/v1/notices?limit=1");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.head()).containsOnlyOnce("cache-control: no-store");
    assertThat(door().send("GET /api/v1/notices?nonsense=1").head())
        .contains("cache-control: no-store");
  }

  private static void malformed(Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains(MALFORMED, "violations", "pointer");
  }

  private static RawHttp door() {
    return door("supervisor");
  }

  private static RawHttp door(String role) {
    return new RawHttp(RestAssured.port, TestTokens.of(role).unit("D01").sign());
  }
}
