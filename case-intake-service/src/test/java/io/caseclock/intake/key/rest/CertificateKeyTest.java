package io.caseclock.intake.key.rest;

import static io.caseclock.intake.IntakeDoor.bearer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.intake.IntakeDoor;
import io.caseclock.intake.key.security.TestAuthority;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.caseclock.wire.Json;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that a certificate opens: how they are registered, and which are refused. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "intake"))
class CertificateKeyTest {

  private static final String PATH = "/api/v1/api-keys";

  @BeforeEach
  void units() {
    IntakeDoor.registerUnits();
  }

  @Test
  void a_certificate_is_registered_by_its_text_and_kept_by_its_fingerprint(@TempDir Path folder) {
    var certificate = TestAuthority.in(folder.resolve("authority.p12")).client("precinct");
    var fingerprint = certificate.fingerprint().hex();

    var answer = asked(Map.of("certificate", certificate.pem())).statusCode(201);

    answer.body("fingerprint", equalTo(fingerprint)).body("key", nullValue());
    var found = "keys.find { it.id == '" + answer.extract().path("id") + "' }.";
    listed()
        .body(found + "kind", equalTo("certificate"))
        .body(found + "certificates.fingerprint", contains(fingerprint))
        .body(found + "certificates[0].validUntil", nullValue());
  }

  @Test
  void a_key_of_a_secret_has_no_certificates() {
    var answer = asked(Map.of()).statusCode(201);

    answer.body("key", notNullValue()).body("fingerprint", nullValue());
    var found = "keys.find { it.id == '" + answer.extract().path("id") + "' }.";
    listed().body(found + "kind", equalTo("secret")).body(found + "certificates", nullValue());
  }

  @Test
  void a_certificate_opens_one_key_alone() {
    var fingerprint = fingerprint();
    asked(Map.of("fingerprint", fingerprint)).statusCode(201);

    asked(Map.of("fingerprint", fingerprint.toUpperCase(Locale.ROOT))).statusCode(409);

    var other = id(asked(Map.of("fingerprint", fingerprint())));
    rotated(other, Map.of("fingerprint", fingerprint)).statusCode(409);
    listed().body("keys.find { it.id == '" + other + "' }.certificates", hasSize(1));
  }

  @Test
  void one_that_opens_nothing_any_more_may_be_registered_again() {
    var revoked = fingerprint();
    var id = id(asked(Map.of("fingerprint", revoked)));
    bearer(TestTokens.of("administrator").sign()).delete(PATH + "/" + id).then().statusCode(204);
    asked(Map.of("fingerprint", revoked)).statusCode(201);

    var replaced = fingerprint();
    var rotated = id(asked(Map.of("fingerprint", replaced)));
    rotated(rotated, Map.of("fingerprint", fingerprint(), "overlap", "PT0S")).statusCode(200);
    asked(Map.of("fingerprint", replaced)).statusCode(201);
  }

  @Test
  void both_certificates_are_listed_in_the_overlap_and_the_former_may_be_taken_back() {
    var former = fingerprint();
    var next = fingerprint();
    var id = id(asked(Map.of("fingerprint", former)));
    var certificates = "keys.find { it.id == '" + id + "' }.certificates";
    var of = certificates + ".find { it.fingerprint == '%s' }.validUntil";

    rotated(id, Map.of("fingerprint", next))
        .statusCode(200)
        .body("fingerprint", equalTo(next))
        .body("formerUntil", notNullValue());
    listed()
        .body(of.formatted(former), notNullValue())
        .body(of.formatted(next), nullValue())
        .body(certificates, hasSize(2));

    rotated(id, Map.of("fingerprint", former)).statusCode(200);
    listed().body(of.formatted(former), nullValue()).body(of.formatted(next), notNullValue());
  }

  @Test
  void a_key_keeps_its_kind() {
    var ofCertificate = id(asked(Map.of("fingerprint", fingerprint())));
    var ofSecret = id(asked(Map.of()));

    rotated(ofCertificate, Map.of()).statusCode(409);
    rotated(ofSecret, Map.of("fingerprint", fingerprint())).statusCode(409);
  }

  @Test
  void what_is_no_certificate_of_a_client_is_refused(@TempDir Path folder) {
    var authority = TestAuthority.in(folder.resolve("authority.p12"));
    var client = authority.client("precinct");

    assertRefused(authority.endedClient("ended").pem());
    assertRefused(authority.client("server", "-ext", "eku=serverAuth").pem());
    assertRefused(TestAuthority.pem(authority.certificate()));
    assertRefused(client.keyPem());
    assertRefused(client.pem() + client.keyPem());
    assertRefused(client.pem() + client.pem());
    assertRefused(client.pem().replace("\n", ""));
    assertRefused(client.pem().replace("MII", "MIJ"));
    assertRefused("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    assertRefused(" ".repeat(16 * 1024) + client.pem());
    asked(Map.of("certificate", client.pem().replace("\n", "\r\n"))).statusCode(201);
  }

  @ParameterizedTest
  @CsvSource({
    "{'fingerprint': 'ab'}, /fingerprint",
    "{'fingerprint': 7}, /fingerprint",
    "{'certificate': 7}, /certificate",
    "{'kind': 'certificate'}, /kind"
  })
  void a_request_without_sense_is_refused_with_its_pointer(String body, String pointer) {
    var members = Json.object(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    asked(members).statusCode(400).body("violations.pointer", contains(pointer));
  }

  @Test
  void a_certificate_and_a_fingerprint_together_are_refused() {
    asked(Map.of("fingerprint", fingerprint(), "certificate", "any"))
        .statusCode(400)
        .body("violations.pointer", contains("/fingerprint"));
  }

  private static void assertRefused(String pem) {
    asked(Map.of("certificate", pem))
        .statusCode(400)
        .body("violations.pointer", contains("/certificate"));
  }

  /** Of a certificate that nobody has. */
  private static String fingerprint() {
    var half = UUID.randomUUID().toString().replace("-", "");
    return half + half;
  }

  private static String id(ValidatableResponse made) {
    return made.statusCode(201).extract().path("id");
  }

  private static ValidatableResponse asked(Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("client", "old-system");
    body.put("unit", "D01");
    return sent(PATH, body);
  }

  private static ValidatableResponse rotated(String id, Map<String, ?> body) {
    return sent(PATH + "/" + id + "/rotate", body);
  }

  private static ValidatableResponse sent(String path, Map<String, ?> body) {
    return bearer(TestTokens.of("administrator").sign())
        .contentType("application/json")
        .body(Json.text(body))
        .post(path)
        .then();
  }

  private static ValidatableResponse listed() {
    return bearer(TestTokens.of("administrator").sign()).get(PATH).then().statusCode(200);
  }
}
