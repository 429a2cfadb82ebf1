package io.caseclock.notify.signin.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.caseclock.notify.Office;
import io.caseclock.notify.signin.security.Provider.Said;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a site wants it, the provider is asked whether a bearer token still holds. */
@QuarkusTest
@WithTestResource(
    value = ProviderAskedAboutTokens.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class RevokedTokensTest {

  private static int tokens;

  @Inject Office office;

  @BeforeEach
  void open() {
    office.open();
  }

  @AfterEach
  void sayThatTokensHold() {
    Provider.said = Said.ACTIVE;
  }

  @Test
  void a_token_that_holds_opens() {
    answer(token()).statusCode(200);
  }

  @Test
  void a_revoked_token_opens_nothing() {
    Provider.said = Said.REVOKED;

    answer(token())
        .statusCode(401)
        .contentType(containsString("application/problem+json"))
        .body("type", equalTo("urn:caseclock:problem:not-signed-in"));
  }

  @Test
  void a_provider_that_says_nothing_opens_nothing_and_blames_nobody() {
    Provider.said = Said.NOTHING;

    answer(token())
        .statusCode(503)
        .contentType(containsString("application/problem+json"))
        .body("type", equalTo("urn:caseclock:problem:unavailable"));
  }

  @Test
  void nobody_is_asked_for_who_sends_no_token() {
    Provider.said = Said.NOTHING;

    given().get("/q/health/live").then().statusCode(200);
    given().get("/api/v1/notices").then().statusCode(401);
  }

  private static ValidatableResponse answer(String token) {
    return given().header("Authorization", "Bearer " + token).get("/api/v1/notices").then();
  }

  /** Another one each time, so that no earlier answer counts. */
  private static String token() {
    return TestTokens.of("supervisor").name("chief-" + tokens++).unit("D01").officer("S1").sign();
  }
}
