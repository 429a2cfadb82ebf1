package io.caseclock.notify.console;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser in which somebody has signed in with an account of {@link LocalAccounts}. */
final class Browsing {

  private final String session;

  private Browsing(String session) {
    this.session = session;
  }

  static Browsing as(String username) {
    var session =
        given()
            .redirects()
            .follow(false)
            .header("Sec-Fetch-Site", "same-origin")
            .formParam("username", username)
            .formParam("password", LocalAccounts.PASSWORD)
            .formParam("next", "/")
            .post("/sign-in")
            .cookie("caseclock-session");
    return new Browsing(session);
  }

  /** The value of the cookie, for requests that are no plain form. */
  String session() {
    return session;
  }

  ValidatableResponse get(String path) {
    return browser().get(path).then();
  }

  /** As a script of one of our own pages asks for a part of it. */
  ValidatableResponse getByScript(String path) {
    return browser().header("HX-Request", "true").get(path).then();
  }

  /** Sends a plain form of one of our own pages. */
  ValidatableResponse post(String path, Map<String, String> fields) {
    return postRaw(path, encoded(fields));
  }

  /** Sends the very bytes of a form. */
  ValidatableResponse postRaw(String path, String body) {
    return browser()
        .header("Sec-Fetch-Site", "same-origin")
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .body(body)
        .post(path)
        .then();
  }

  /** The same form, sent by a page of somebody else. */
  ValidatableResponse postFromElsewhere(String path, Map<String, String> fields) {
    return browser()
        .header("Sec-Fetch-Site", "cross-site")
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .body(encoded(fields))
        .post(path)
        .then();
  }

  /** As browsers write it. */
  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private RequestSpecification browser() {
    return given()
        .urlEncodingEnabled(false)
        .redirects()
        .follow(false)
        .header("Accept", "text/html,*/*;q=0.8")
        .cookie("caseclock-session", session);
  }
}
