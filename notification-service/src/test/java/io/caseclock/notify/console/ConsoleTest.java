package io.caseclock.notify.console;

import static io.caseclock.notify.Office.breachOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.caseclock.notify.Office;
import io.caseclock.notify.signin.OpenStreams;
import io.caseclock.notify.signin.Sessions;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class ConsoleTest {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  @Inject Office office;
  @Inject InstantSource clock;
  @Inject OpenStreams streams;
  @Inject Sessions sessions;

  @TestHTTPResource("/")
  URI root = URI.create("");

  private String id = "";

  @BeforeEach
  void issueOne() {
    office.open();
    office.hears(breachOf("D1"));
    id = office.text("select id from notice");
  }

  @Test
  void what_is_sent_after_the_session_ended_is_said_to_be_lost() {
    browser()
        .header("Origin", "http://" + root.getAuthority())
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("text", "x")
        .post("/notices/" + id + "/supervise")
        .then()
        .statusCode(303)
        .header("Location", containsString("/sign-in?ended=true"));
    browser()
        .header("HX-Request", "true")
        .get("/notices/" + id)
        .then()
        .statusCode(401)
        .header("HX-Redirect", "/sign-in?ended=true");
    browser().get("/sign-in?ended=true").then().statusCode(200).body(containsString("没有保存"));
  }

  @Test
  void a_browser_without_a_session_is_led_to_the_sign_in_page_and_back() {
    browser()
        .get("/notices/" + id)
        .then()
        .statusCode(303)
        .header("Location", containsString("/sign-in?next=%2Fnotices%2F" + id));
    browser().get("/sign-in").then().statusCode(200).body(containsString("登录"));
    signIn("officer", LocalAccounts.PASSWORD, "/notices/" + id)
        .then()
        .statusCode(303)
        .header("Location", containsString("/notices/" + id))
        .header("Set-Cookie", allOf(containsString("HttpOnly"), containsString("SameSite=Strict")));
  }

  @Test
  void a_wrong_password_and_an_unknown_name_are_answered_alike() {
    signIn("officer", "wrong", "/")
        .then()
        .statusCode(401)
        .body(containsString("用户名或密码不正确"), containsString("value=\"officer\""))
        .body(not(containsString("wrong")));
    signIn("nobody", LocalAccounts.PASSWORD, "/").then().statusCode(401);
  }

  @Test
  void guessing_on_and_on_is_braked_even_for_the_right_password() {
    for (var i = 0; i < 5; i++) {
      signIn("guessed", "wrong", "/").then().statusCode(401);
    }
    signIn("guessed", "wrong", "/")
        .then()
        .statusCode(429)
        .header("Retry-After", notNullValue())
        .body(containsString("尝试次数过多"));
  }

  @Test
  void a_session_that_is_not_ours_makes_a_stranger() {
    browser().cookie("caseclock-session", "x.y.z").get("/").then().statusCode(303);
    browser().cookie("caseclock-session", "x.y.z").get("/sign-in").then().statusCode(200);
    browser().cookie("caseclock-session", "x.y.z").get("/api/v1/notices").then().statusCode(401);
  }

  @Test
  void after_signing_out_the_old_cookie_opens_nothing_and_as_bearer_neither() {
    var session = signIn("officer", LocalAccounts.PASSWORD, "/").cookie("caseclock-session");
    browser().cookie("caseclock-session", session).get("/").then().statusCode(200);
    bearer(session).then().statusCode(401);

    browser()
        .cookie("caseclock-session", session)
        .header("Sec-Fetch-Site", "same-origin")
        .post("/sign-out")
        .then()
        .statusCode(303)
        .header("Set-Cookie", containsString("Max-Age=0"));

    browser().cookie("caseclock-session", session).get("/").then().statusCode(303);
    browser().cookie("caseclock-session", session).get("/api/v1/notices").then().statusCode(401);
    bearer(session).then().statusCode(401);
    browser().get("/signed-out").then().statusCode(200).body(containsString("已退出登录"));
  }

  @Test
  void signing_in_again_ends_the_session_that_the_browser_had() {
    var first = signIn("officer", LocalAccounts.PASSWORD, "/").cookie("caseclock-session");
    var second =
        browser()
            .header("Sec-Fetch-Site", "same-origin")
            .cookie("caseclock-session", first)
            .formParam("username", "officer")
            .formParam("password", LocalAccounts.PASSWORD)
            .post("/sign-in")
            .cookie("caseclock-session");

    browser().cookie("caseclock-session", first).get("/").then().statusCode(303);
    browser().cookie("caseclock-session", second).get("/").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"message=%_x", "message=%E7%A4%B", "message=a%00b", "%"})
  void a_form_that_cannot_be_read_is_refused(String body) throws Exception {
    var type = "application/x-www-form-urlencoded";
    assertThat(sends("/messages/read", type, body)).isIn(303, 400);
    assertThat(sends("/notices/" + id + "/sign", type, body)).isLessThan(500);
    assertThat(sends("/sign-in", type, body)).isLessThan(500);
    assertThat(sends("/silences", type, body)).isLessThan(500);
    assertThat(sends("/tasks/unknown/answers", type, body)).isLessThan(500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"multipart/form-data", "multipart/form-data; boundary=edge", "multipart/x"})
  void an_upload_that_is_none_is_refused(String type) throws Exception {
    assertThat(sends("/notices/" + id + "/evidence", type, "true")).isBetween(400, 415);
    assertThat(sends("/notices/" + id + "/evidence", type, "--edge\r\nContent-"))
        .isBetween(400, 415);
  }

  private int sends(String path, String type, String body) throws Exception {
    var session = signIn("officer", LocalAccounts.PASSWORD, "/").cookie("caseclock-session");
    var request =
        HttpRequest.newBuilder(root.resolve(path))
            .header("Content-Type", type)
            .header("Cookie", "caseclock-session=" + session)
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.ofString(body))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void a_stream_closes_once_somebody_signs_out() throws Exception {
    var session = signIn("officer", LocalAccounts.PASSWORD, "/").cookie("caseclock-session");
    var request =
        HttpRequest.newBuilder(root.resolve("/api/v1/inbox/stream"))
            .header("Cookie", "caseclock-session=" + session)
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var stream = client.send(request, BodyHandlers.ofLines());
      assertThat(stream.statusCode()).isEqualTo(200);
      await().until(() -> streams.size() > 0);
      assertThat(streams.closeEnded()).isZero();

      sessions.end(session);

      assertThat(streams.closeEnded()).isEqualTo(1);
      assertThat(stream.body().filter(line -> line.startsWith("data:"))).isEmpty();
    }
  }

  private static Response bearer(String session) {
    return given().header("Authorization", "Bearer " + session).get("/api/v1/notices");
  }

  @Test
  void the_work_of_the_subtree_stands_on_the_first_page_in_both_languages() {
    as("legal")
        .get("/")
        .then()
        .statusCode(200)
        .body(containsString("lang=\"zh-CN\""))
        .body(containsString("总览"), containsString("立案审查期限"))
        .body(containsString("示例分局整改〔2026〕1号"));
    as("legal")
        .get("/?lang=en")
        .then()
        .cookie("caseclock-language", "en")
        .body(containsString("lang=\"en\""))
        .body(containsString("Filing review period"), containsString("Example Station One"))
        .body(not(containsString("超期")));
    as("legal")
        .header("Accept-Language", "en-GB,zh;q=0.5")
        .get("/")
        .then()
        .body(containsString("Overview"));
  }

  @Test
  void a_neighbour_sees_neither_the_notice_nor_its_line() {
    as("neighbour").get("/").then().statusCode(200).body(not(containsString("/notices/" + id)));
    as("neighbour").get("/notices/" + id).then().statusCode(404).body(containsString("<html"));
  }

  @Test
  void the_detail_shows_trace_history_and_only_the_forms_that_work() {
    as("officer")
        .get("/notices/" + id)
        .then()
        .statusCode(200)
        .body(containsString("受案之日不计"), containsString("示例规定 第一条"))
        .body(containsString("action=\"/notices/" + id + "/sign\""))
        .body(not(containsString("/accept\"")));
    as("auditor").get("/notices/" + id).then().body(not(containsString("<textarea")));
  }

  @Test
  void a_notice_is_signed_rectified_and_accepted_with_plain_forms() {
    post("officer", "sign", "2", "").then().statusCode(303);
    post("officer", "rectify", "3", "卷宗已补齐 <b>全部</b>").then().statusCode(303);
    as("legal")
        .get("/notices/" + id)
        .then()
        .body(containsString("&lt;b&gt;"), not(containsString("<b>全部")));
    post("legal", "accept", "4", "").then().statusCode(303);

    assertThat(office.text("select state from notice")).isEqualTo("closed");
  }

  @Test
  void plan_evidence_and_hand_over_work_with_plain_forms() throws Exception {
    post("officer", "sign", "2", "").then().statusCode(303);
    as("officer")
        .get("/notices/" + id)
        .then()
        .body(containsString("type=\"date\""), containsString("enctype=\"multipart/form-data\""))
        .body(containsString("/document.pdf"));
    form("officer").post("/notices/" + id + "/plan").then().statusCode(400);
    var today = clock.instant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
    form("officer")
        .formParam("on", today.toString())
        .post("/notices/" + id + "/plan")
        .then()
        .statusCode(303);
    assertThat(sendAsABrowserDoes("../记录.txt", "已补齐")).isEqualTo(303);
    as("officer")
        .header("Sec-Fetch-Site", "same-origin")
        .multiPart("file", "x.gif", "GIF89a\u0000".getBytes(StandardCharsets.UTF_8), "image/gif")
        .post("/notices/" + id + "/evidence")
        .then()
        .statusCode(415)
        .body(containsString("只接收 PDF"));
    as("officer")
        .multiPart("file", "x.txt", "x".getBytes(StandardCharsets.UTF_8), "text/plain")
        .post("/notices/" + id + "/evidence")
        .then()
        .statusCode(403);
    as("legal")
        .get("/notices/" + id)
        .then()
        .body(containsString("记录.txt"), containsString(DAY.format(today)))
        .body(containsString("<select"), containsString("虚构O2"));
    form("legal")
        .formParam("officer", "O2")
        .formParam("text", "调离")
        .post("/notices/" + id + "/reassign")
        .then()
        .statusCode(303);
    assertThat(office.text("select officer from notice")).isEqualTo("O2");
  }

  @Test
  void supervision_from_above_is_a_form_too() {
    as("legal").get("/notices/" + id).then().body(containsString("/supervise\""));
    as("officer").get("/notices/" + id).then().body(not(containsString("/supervise\"")));
    form("legal")
        .formParam("text", "逾期未办")
        .post("/notices/" + id + "/supervise")
        .then()
        .statusCode(303);
    form("legal")
        .formParam("text", "again")
        .post("/notices/" + id + "/supervise")
        .then()
        .statusCode(409)
        .body(containsString("已有未办结的督办单"));
    var order = office.text("select id from notice where kind = 'supervision-order'");
    as("legal")
        .get("/notices/" + order + "?lang=en")
        .then()
        .body(containsString("Supervision order"), containsString("/notices/" + id));
    as("legal").get("/notices/" + id).then().body(containsString("/notices/" + order));
  }

  @Test
  void a_report_of_the_longest_length_goes_through_a_form() {
    post("officer", "sign", "2", "").then().statusCode(303);
    post("officer", "rectify", "3", "补".repeat(4_000)).then().statusCode(303);
    assertThat(office.text("select state from notice")).isEqualTo("rectified");
  }

  @Test
  void a_step_on_an_outdated_page_says_so_on_the_page() {
    post("officer", "sign", "1", "").then().statusCode(412).body(containsString("状态已变化"));
    post("officer", "rectify", "2", "done").then().statusCode(409);
    assertThat(office.text("select state from notice")).isEqualTo("delivered");
  }

  @Test
  void another_site_cannot_send_a_form() {
    as("officer")
        .header("Sec-Fetch-Site", "cross-site")
        .post("/notices/" + id + "/sign")
        .then()
        .statusCode(403);
    as("officer")
        .header("Origin", "https://evil.example")
        .post("/api/v1/notices/" + id + "/sign")
        .then()
        .statusCode(403);
    as("officer").post("/notices/" + id + "/sign").then().statusCode(403);
    assertThat(office.text("select state from notice")).isEqualTo("delivered");
  }

  @Test
  void signing_out_ends_the_session() {
    as("officer")
        .header("Sec-Fetch-Site", "same-origin")
        .post("/sign-out")
        .then()
        .statusCode(303)
        .header("Set-Cookie", containsString("Max-Age=0"));
  }

  @Test
  void pages_forbid_foreign_scripts_and_frames_and_are_not_kept() {
    as("officer")
        .get("/")
        .then()
        .header("Content-Security-Policy", startsWith("default-src 'none'; script-src 'self'"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Cache-Control", equalTo("no-store"));
    browser().get("/webjars/tabler__core/1.4.0/dist/css/tabler.min.css").then().statusCode(200);
    browser().get("/webjars/htmx.org/2.0.10/dist/htmx.min.js").then().statusCode(200);
    browser().get("/webjars/caseclock/console.css").then().statusCode(200);
    browser().get("/webjars/caseclock/icon.svg").then().statusCode(200);
  }

  @Test
  void nothing_of_the_libraries_is_served_but_the_files_that_the_pages_use() {
    browser().get("/webjars/tabler__core/1.4.0/package.json").then().statusCode(404);
    browser().get("/webjars/tabler__core/1.4.0/dist/css/tabler.min.css.map").then().statusCode(404);
    browser().get("/webjars/tabler__core/1.4.0/dist/js/tabler.min.js").then().statusCode(404);
    browser().get("/webjars/htmx.org/2.0.10/package.json").then().statusCode(404);
  }

  @Test
  void unread_messages_stand_on_the_first_page_until_they_are_marked_as_read() {
    var mine = office.text("select id from inbox_entry where person = 'O1' and kind = 'breach'");
    as("officer").get("/").then().body(containsString("value=\"" + mine + "\""));

    read("legal", mine).then().statusCode(303);
    as("officer").get("/").then().body(containsString("value=\"" + mine + "\""));

    read("officer", mine).then().statusCode(303);
    as("officer").get("/").then().body(not(containsString("value=\"" + mine + "\"")));
    as("auditor").get("/").then().body(not(containsString("我的未读消息")));
    read("auditor", mine).then().statusCode(403);
  }

  @Test
  void the_page_of_a_refused_step_changes_its_language() {
    as("officer")
        .get("/notices/" + id + "/sign?lang=en")
        .then()
        .statusCode(303)
        .header("Location", endsWith("/notices/" + id + "?lang=en"));
    as("neighbour").get("/notices/" + id + "/sign").then().statusCode(404);
  }

  @Test
  void figures_and_descriptions_are_for_operators_alone() {
    browser().get("/q/metrics").then().statusCode(401);
    as("officer").get("/q/metrics").then().statusCode(403);
    as("auditor").get("/q/metrics").then().statusCode(200);
    as("auditor").get("/q/openapi").then().statusCode(200);
    browser().get("/q/health/ready").then().statusCode(200);
  }

  private RequestSpecification browser() {
    return given().redirects().follow(false).header("Accept", "text/html,*/*;q=0.8");
  }

  private Response signIn(String username, String password, String next) {
    return browser()
        .header("Origin", "http://" + root.getAuthority())
        .formParam("username", username)
        .formParam("password", password)
        .formParam("next", next)
        .post("/sign-in");
  }

  private RequestSpecification as(String username) {
    var session = signIn(username, LocalAccounts.PASSWORD, "/").cookie("caseclock-session");
    return browser().cookie("caseclock-session", session);
  }

  private Response read(String username, String message) {
    return as(username)
        .header("Sec-Fetch-Site", "same-origin")
        .formParam("message", message)
        .post("/messages/read");
  }

  /** The name of the file in the page's own encoding, as browsers put it. */
  private int sendAsABrowserDoes(String name, String content) throws Exception {
    var session = signIn("officer", LocalAccounts.PASSWORD, "/").cookie("caseclock-session");
    var body =
        """
        --edge\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: text/plain\r
        \r
        %s\r
        --edge--\r
        """
            .formatted(name, content);
    var request =
        HttpRequest.newBuilder(root.resolve("/notices/" + id + "/evidence"))
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .header("Cookie", "caseclock-session=" + session)
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.ofString(body))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  private RequestSpecification form(String username) {
    return as(username)
        .header("Sec-Fetch-Site", "same-origin")
        .contentType("application/x-www-form-urlencoded; charset=UTF-8");
  }

  private Response post(String username, String step, String version, String text) {
    return as(username)
        .header("Sec-Fetch-Site", "same-origin")
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("version", version)
        .formParam("text", text)
        .post("/notices/" + id + "/" + step);
  }
}
