package io.caseclock.notify.signin.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Map;

/** What browsers do at a {@link Provider}. */
final class Browsers {

  private static final String COOKIE = "q_session";

  /** What a browser does: it is led to the provider, and comes back with a code. */
  static String signedIn() {
    var led = given().redirects().follow(false).get("/");
    var back = comesBack(led.cookies(), state(led.header("Location")));
    assertThat(back.statusCode()).isEqualTo(302);
    return back.cookie(COOKIE);
  }

  private static Response comesBack(Map<String, String> cookies, String state) {
    return given()
        .redirects()
        .follow(false)
        .cookies(cookies)
        .queryParam("code", "any")
        .queryParam("state", state)
        .get("/");
  }

  private static String state(String location) {
    for (var pair : URI.create(location).getQuery().split("&")) {
      if (pair.startsWith("state=")) {
        return pair.substring("state=".length());
      }
    }
    throw new AssertionError("no state in " + location);
  }

  /** The next request of a browser that has that session. */
  static RequestSpecification with(String session) {
    return given().redirects().follow(false).header("Accept", "text/html").cookie(COOKIE, session);
  }

  private Browsers() {}
}
