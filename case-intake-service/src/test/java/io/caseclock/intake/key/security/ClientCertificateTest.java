package io.caseclock.intake.key.security;

import static io.caseclock.intake.IntakeDoor.bearer;
import static io.caseclock.intake.IntakeDoor.caseFiled;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.caseclock.intake.IntakeDoor;
import io.caseclock.intake.key.security.TestAuthority.TestCertificate;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.caseclock.wire.Json;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes and requests over TLS, as precinct systems make them. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "intake"))
@WithTestResource(TlsResource.class)
class ClientCertificateTest {

  private static final String KEYS = "/api/v1/api-keys";
  private static final String TYPES = "/api/v1/event-types";

  @TestHTTPResource(value = "/", tls = true)
  URI door = URI.create("");

  private final String client = "precinct-" + UUID.randomUUID();
  private final List<TlsCaller> callers = new ArrayList<>();

  @BeforeEach
  void aClientWithItsSource() {
    IntakeDoor.registerUnits();
    bearer(TestTokens.of("administrator").sign())
        .contentType("application/json")
        .body(Map.of("sources", List.of(IntakeDoor.SOURCE)))
        .put("/api/v1/sources/" + client)
        .then()
        .statusCode(200);
  }

  @AfterEach
  void hangUp() {
    callers.forEach(TlsCaller::close);
  }

  @ParameterizedTest
  @EnumSource
  void a_registered_certificate_posts_events_of_its_unit_as_its_client(Version version)
      throws Exception {
    var certificate = issued();
    registered(certificate, Map.of());
    var system = caller(certificate, version);
    var event = caseFiled();

    var answer = system.post(event);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.version()).isEqualTo(version);
    var receipt =
        system.get("/api/v1/receipts?source=" + IntakeDoor.SOURCE + "&id=" + event.get("id"));
    assertThat(receipt.statusCode()).isEqualTo(200);
  }

  @Test
  void it_posts_for_no_other_unit_and_as_no_other_source() throws Exception {
    var certificate = issued();
    registered(certificate, Map.of());
    var foreign = caseFiled();
    foreign.put("data", Map.of("unit", "D02", "officer", "O1"));
    var otherSource = caseFiled();
    otherSource.put("source", "urn:precinct:other");

    assertRefused(caller(certificate).post(foreign), "/data/unit");
    assertRefused(caller(certificate).post(otherSource), "/source");
  }

  @Test
  void one_of_several_units_posts_for_the_one_that_a_request_names() throws Exception {
    var certificate = issued();
    registered(certificate, Map.of("unit", List.of("D0101", "D02")));
    var ofSecond = caseFiled();
    ofSecond.put("data", Map.of("unit", "D02", "officer", "O1"));
    var system = caller(certificate);

    assertRefused(system.post(ofSecond), "/data/unit");
    assertThat(system.sending("Caseclock-Unit", "D02").post(ofSecond).statusCode()).isEqualTo(202);
    assertRefused(system.sending("Caseclock-Unit", "D0102").post(ofSecond), "/Caseclock-Unit");
  }

  @Test
  void it_posts_no_other_type_than_those_for_which_it_is_registered() throws Exception {
    var certificate = issued();
    registered(certificate, Map.of("types", List.of("report-received")));

    assertRefused(caller(certificate).post(caseFiled()), "/type");
  }

  @Test
  void it_opens_nothing_else() throws Exception {
    var certificate = issued();
    registered(certificate, Map.of());

    assertThat(caller(certificate).get(KEYS).statusCode()).isEqualTo(403);
  }

  @Test
  void one_of_the_authority_that_nobody_registered_is_refused() throws Exception {
    assertNotSignedIn(caller(issued()).get(TYPES));
  }

  @Test
  void one_that_was_revoked_opens_nothing_on_the_same_connection_either() throws Exception {
    var certificate = issued();
    var id = registered(certificate, Map.of());
    var system = caller(certificate);
    assertThat(system.get(TYPES).statusCode()).isEqualTo(200);

    bearer(TestTokens.of("administrator").sign()).delete(KEYS + "/" + id).then().statusCode(204);

    assertNotSignedIn(system.get(TYPES));
  }

  @Test
  void the_next_one_takes_the_place_of_the_one_before() throws Exception {
    var before = issued();
    var next = issued();
    var id = registered(before, Map.of());

    rotated(id, next, "P1D");
    assertThat(caller(before).get(TYPES).statusCode()).isEqualTo(200);
    assertThat(caller(next).get(TYPES).statusCode()).isEqualTo(200);

    rotated(id, next, "PT0S");
    assertNotSignedIn(caller(before).get(TYPES));
    assertThat(caller(next).get(TYPES).statusCode()).isEqualTo(200);
  }

  @Test
  void one_of_another_authority_gets_no_connection(@TempDir Path elsewhere) {
    var foreign = TestAuthority.in(elsewhere.resolve("other.p12")).client("precinct");
    registered(foreign, Map.of());

    assertThatThrownBy(() -> caller(foreign).get(TYPES)).isInstanceOf(IOException.class);
  }

  @Test
  void one_that_has_ended_gets_no_connection() {
    var ended = authority().endedClient("ended-" + UUID.randomUUID());
    registered(ended, Map.of());

    assertThatThrownBy(() -> caller(ended).get(TYPES)).isInstanceOf(IOException.class);
  }

  @Test
  void whoever_has_none_signs_in_by_a_token() throws Exception {
    var token = "Bearer " + TestTokens.of("precinct-system").unit("D01").sign();

    var answer = caller(null).sending("Authorization", token).get(TYPES);

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void whoever_has_neither_is_told_how_to_sign_in() throws Exception {
    var answer = caller(null).get(TYPES);

    assertNotSignedIn(answer);
    given().get(TYPES).then().statusCode(401).header("WWW-Authenticate", equalTo("Bearer"));
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "ApiKey", "Basic"})
  void a_certificate_beside_another_credential_is_refused(String scheme) throws Exception {
    var certificate = issued();
    registered(certificate, Map.of());
    var other =
        switch (scheme) {
          case "Bearer" -> "Bearer " + TestTokens.of("administrator").sign();
          case "ApiKey" -> "ApiKey " + made(Map.of()).getString("key");
          default -> "Basic dXNlcjpwYXNz";
        };

    assertNotSignedIn(caller(certificate).sending("Authorization", other).get(TYPES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-Client-Cert", "X-SSL-Client-Cert", "Client-Cert"})
  void a_certificate_that_a_header_tells_of_is_none(String header) throws Exception {
    var certificate = issued();
    registered(certificate, Map.of());
    var told = certificate.pem().replace("\n", "");

    assertNotSignedIn(caller(null).sending(header, told).get(TYPES));
  }

  @Test
  void files_that_were_renewed_are_read_within_a_minute() {
    assertThat(ConfigProvider.getConfig().getValue(TlsResource.RELOAD_PERIOD, String.class))
        .isEqualTo("1m");
  }

  private static TestAuthority authority() {
    return TestAuthority.in(
        Path.of(ConfigProvider.getConfig().getValue(TlsResource.AUTHORITY, String.class)));
  }

  private static TestCertificate issued() {
    return authority().client("precinct-" + UUID.randomUUID());
  }

  private TlsCaller caller(@Nullable TestCertificate shown) {
    return caller(shown, Version.HTTP_2);
  }

  private TlsCaller caller(@Nullable TestCertificate shown, HttpClient.Version version) {
    var trusted = authority().certificate();
    var caller = TlsCaller.with(shown, trusted, door, version);
    callers.add(caller);
    return caller;
  }

  /**
   * Registers the certificate for the client, and unit D01 where no other is said; returns the id
   * of the key.
   */
  private String registered(TestCertificate certificate, Map<String, Object> more) {
    Map<String, Object> members = new HashMap<>(more);
    members.put("fingerprint", certificate.fingerprint().hex());
    return made(members).getString("id");
  }

  private JsonPath made(Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("client", client);
    body.putIfAbsent("unit", "D01");
    return bearer(TestTokens.of("administrator").sign())
        .contentType("application/json")
        .body(Json.text(body))
        .post(KEYS)
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static void rotated(String id, TestCertificate next, String overlap) {
    bearer(TestTokens.of("administrator").sign())
        .contentType("application/json")
        .body(Map.of("certificate", next.pem(), "overlap", overlap))
        .post(KEYS + "/" + id + "/rotate")
        .then()
        .statusCode(200)
        .body("fingerprint", equalTo(next.fingerprint().hex()));
  }

  private static void assertNotSignedIn(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  private static void assertRefused(HttpResponse<String> answer, String pointer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(JsonPath.from(answer.body()).getList("violations.pointer"))
        .isEqualTo(List.of(pointer));
  }
}
