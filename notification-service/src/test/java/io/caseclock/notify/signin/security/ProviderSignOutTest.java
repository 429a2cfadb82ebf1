package io.caseclock.notify.signin.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.Office;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As in production: the provider signs people in, and signing out ends both sessions. */
@QuarkusTest
@WithTestResource(
    value = Provider.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class ProviderSignOutTest {

  @Inject Office office;
  @Inject Sql sql;

  @BeforeEach
  void open() {
    office.open();
    sql.update("delete from token_session");
  }

  @Test
  void the_browser_holds_an_id_and_no_token() {
    var session = Browsers.signedIn();

    assertThat(session).doesNotContain(".").hasSizeLessThan(100);
    Browsers.with(session)
        .get("/")
        .then()
        .statusCode(200)
        .body(containsString("href=\"/sign-out\""), containsString("总览"));
    given()
        .header("Authorization", "Bearer " + session)
        .get("/api/v1/notices")
        .then()
        .statusCode(401);
  }

  @Test
  void after_signing_out_the_old_cookie_opens_nothing() {
    var session = Browsers.signedIn();

    Browsers.with(session)
        .get("/sign-out")
        .then()
        .statusCode(302)
        .header("Location", containsString("/end-session?"))
        .header("Location", containsString("signed-out"));

    assertThat(office.text("select count(*)::text from token_session")).isEqualTo("0");
    Browsers.with(session).get("/api/v1/notices").then().statusCode(401);
    Browsers.with(session)
        .get("/notices/x")
        .then()
        .statusCode(401)
        .header("Set-Cookie", allOf(containsString("q_session=;"), containsString("Max-Age=0")));
    given()
        .redirects()
        .follow(false)
        .get("/notices/x")
        .then()
        .statusCode(302)
        .header("Location", containsString("/auth?"));
    given()
        .redirects()
        .follow(false)
        .get("/signed-out?state=0b6f2f0e-7a0c-4d57-9d7e-2f4a3f0f9a11")
        .then()
        .statusCode(200);
    given().redirects().follow(false).get("/signed-out?state=any").then().statusCode(400);
  }
}
