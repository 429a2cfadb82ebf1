package io.caseclock.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.testsupport.RawHttp.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every service refuses in bodies, parameters, paths and headers. Its test names one endpoint
 * of each sort, and what a caller may send there.
 */
public abstract class StrictDoorBehaviour {

  private static final String MALFORMED = "urn:caseclock:problem:malformed-request";

  private final Endpoints endpoints;

  protected StrictDoorBehaviour(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  /**
   * Where a service is tried.
   *
   * @param posting takes a body, such as {@code POST /api/v1/routes/test}
   * @param contentType of that body
   * @param taken the status of a sound body
   * @param list takes parameters, up to the question mark or ampersand: {@code GET
   *     /api/v1/notices?}
   * @param sound a parameter with a value that the list takes: {@code limit=1}
   * @param thing shows one thing, with a place for its id: {@code GET /api/v1/notices/%s}
   */
  public record Endpoints(
      String posting, String contentType, int taken, String list, String sound, String thing) {

    String parameter() {
      return sound.substring(0, sound.indexOf('='));
    }
  }

  /** Where the service listens on the loopback address. */
  protected abstract int port();

  /** A token of that role that may use the endpoints. */
  protected abstract TestTokens token(String role);

  /** The role that may. */
  protected abstract String role();

  /** Members of a sound body, such as {@code "unit":"D01"}. */
  protected abstract String members();

  /** A spoiled body is refused with the places of what is wrong. */
  protected void isRefused(Answer answer) {
    isMalformed(answer);
  }

  @Test
  void the_sound_body_is_taken() {
    assertThat(post(sound()).status()).isEqualTo(endpoints.taken());
  }

  static Stream<String> bodies() {
    return Spoiled.bodies("").keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void a_spoiled_body_is_refused_with_its_place(String spoiled) {
    isRefused(post(Objects.requireNonNull(Spoiled.bodies(members()).get(spoiled))));
  }

  @Test
  void a_parameter_that_is_no_text_or_is_not_known_is_refused() {
    assertThat(Spoiled.queries(endpoints.parameter()))
        .allSatisfy(query -> isMalformed(get(endpoints.list() + query)));
  }

  @Test
  void a_query_that_is_no_uri_is_refused() {
    assertThat(Spoiled.queriesOfNoUri(endpoints.parameter()))
        .allSatisfy(query -> assertThat(get(endpoints.list() + query).status()).isEqualTo(400));
  }

  @Test
  void the_known_parameters_are_named() {
    var answer = get(endpoints.list() + "nonsense=1");

    isMalformed(answer);
    assertThat(answer.body())
        .contains("\"/nonsense\"", "is not known; known are", endpoints.parameter());
  }

  static Stream<String> segments() {
    return Spoiled.segments().stream();
  }

  @ParameterizedTest
  @MethodSource("segments")
  void a_path_that_is_no_text_is_refused(String segment) {
    assertThat(get(endpoints.thing().formatted(segment)).status()).isEqualTo(400);
  }

  @Test
  void a_long_path_breaks_nothing() {
    assertThat(get(endpoints.thing().formatted("x".repeat(20_000))).status()).isBetween(400, 499);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "json",
        "/",
        "application/json; charset=GBK",
        "a/b/c;;=",
        "\"",
        ";",
        "application/json;"
      })
  void a_content_type_that_nobody_knows_is_415(String type) {
    var answer = door(role()).send(endpoints.posting(), sound(), "Content-Type: " + type);

    assertThat(answer.status()).isEqualTo(415);
  }

  @Test
  void a_body_that_names_no_content_type_is_415() {
    var answer = door(role()).send(endpoints.posting(), sound());

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.body()).contains("\"/Content-Type\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "Content-Type", "If-Match", "Idempotency-Key"})
  void a_header_that_stands_there_twice_is_refused_with_its_name(String name) {
    var answer =
        door(role())
            .send(
                endpoints.posting(),
                sound(),
                "Content-Type: " + endpoints.contentType(),
                name + ": one",
                name + ": other");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"/" + name + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "deflate", "br", "identity, gzip", "nonsense"})
  void a_body_that_is_said_to_be_packed_is_415(String encoding) {
    var answer =
        door(role())
            .send(
                endpoints.posting(),
                sound(),
                "Content-Type: " + endpoints.contentType(),
                "Content-Encoding: " + encoding);

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.body()).contains("\"/Content-Encoding\"");
  }

  @Test
  void a_body_that_is_said_to_be_as_it_is_is_taken() {
    var answer =
        door(role())
            .send(
                endpoints.posting(),
                sound(),
                "Content-Type: " + endpoints.contentType(),
                "Content-Encoding: identity");

    assertThat(answer.status()).isEqualTo(endpoints.taken());
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
    assertThat(get(endpoints.list() + endpoints.sound(), header).status()).isIn(200, 400, 406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "Administrator", "ADMINISTRATOR", "administrator "})
  void a_token_without_a_known_role_opens_nothing(String role) {
    assertThat(door(role).send(endpoints.list() + endpoints.sound()).status()).isEqualTo(403);
  }

  @Test
  void no_cache_keeps_an_answer() {
    var answer = get(endpoints.list() + endpoints.sound());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.head()).containsOnlyOnce("cache-control: no-store");
    assertThat(get(endpoints.list() + "nonsense=1").head()).contains("cache-control: no-store");
  }

  private static void isMalformed(Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains(MALFORMED, "violations", "pointer");
  }

  private byte[] sound() {
    return ("{" + members() + "}").getBytes(StandardCharsets.UTF_8);
  }

  private Answer post(byte[] body) {
    return door(role()).send(endpoints.posting(), body, "Content-Type: " + endpoints.contentType());
  }

  private Answer get(String line, String... headers) {
    return door(role()).send(line, headers);
  }

  private RawHttp door(String role) {
    return new RawHttp(port(), token(role).sign());
  }
}
