package io.caseclock.notify.console;

import static io.caseclock.notify.console.Browsing.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is told where no page answers, and what no page takes. */
@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class DoorPagesTest {

  private static final String PROBLEM = "application/problem+json";

  @Inject Office office;

  @BeforeEach
  void open() {
    office.open();
    FakeMonitor.isAway();
  }

  @Test
  void an_unknown_address_is_a_page_with_the_way_back() {
    as("legal")
        .get("/no/such/page")
        .statusCode(404)
        .contentType("text/html")
        .body(containsString("没有这个页面"), containsString("href=\"/notices\""))
        .body(containsString("虚构L9"), not(containsString("urn:caseclock")));
    as("legal")
        .get("/no/such/page?lang=en")
        .statusCode(404)
        .body(containsString("There is no such page"), containsString("lang=\"en\""));
    browser()
        .get("/no/such/page")
        .then()
        .statusCode(404)
        .body(containsString("<title>找不到此页 · "), containsString("没有这个页面"));
  }

  @Test
  void what_an_address_does_not_take_is_said_on_a_page() {
    as("legal")
        .post("/settings", Map.of())
        .statusCode(405)
        .header("Allow", equalTo("GET, HEAD"))
        .contentType("text/html")
        .body(containsString("这个地址不接受这样的请求"));
    as("legal")
        .post("/settings?lang=en", Map.of())
        .statusCode(405)
        .body(containsString("Open the page it belongs to"));
  }

  @Test
  void a_form_of_another_site_is_refused_on_a_page() {
    as("officer")
        .postFromElsewhere("/inbox/read", Map.of())
        .statusCode(403)
        .contentType("text/html")
        .body(containsString("表单不是从本系统的页面提交的"));
    as("officer")
        .postFromElsewhere("/inbox/read?lang=en", Map.of())
        .statusCode(403)
        .body(containsString("Open the page here and send it again"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/notices",
        "/deadlines",
        "/settings",
        "/wall",
        "/sign-in",
        "/no/such/page",
        "/search?q=%ff",
        "/inbox?after=-1",
        "/api/v1/notices",
        "/api/v1/nothing",
        "/notices/export",
        "/webjars/caseclock/console.css"
      })
  void whatever_is_answered_stands_in_no_frame(String address) {
    isNotFramed(as("legal").get(address));
    isNotFramed(browser().get(address).then());
  }

  @Test
  void a_refused_form_stands_in_no_frame_either() {
    isNotFramed(as("officer").postFromElsewhere("/inbox/read", Map.of()).statusCode(403));
    isNotFramed(as("legal").post("/settings", Map.of()).statusCode(405));
  }

  /** One policy, by which nobody may frame it, and the older header for browsers of then. */
  private static void isNotFramed(ValidatableResponse answer) {
    assertThat(answer.extract().headers().getValues("X-Frame-Options")).containsExactly("DENY");
    assertThat(answer.extract().headers().getValues("Content-Security-Policy"))
        .isNotEmpty()
        .allSatisfy(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
  }

  @Test
  void more_fields_than_any_form_has_are_refused_on_a_page() {
    var fields = IntStream.range(0, 1_001).mapToObj(i -> "seen=1").collect(Collectors.joining("&"));

    as("officer")
        .postRaw("/inbox/read", fields)
        .statusCode(413)
        .contentType("text/html")
        .body(containsString("内容过大"));
    as("legal").postRaw("/findings", fields).statusCode(413).contentType("text/html");
  }

  @Test
  void callers_of_the_api_are_told_as_before() {
    given()
        .header("Accept", "application/json")
        .get("/no/such/page")
        .then()
        .statusCode(404)
        .contentType(PROBLEM)
        .body("type", equalTo("urn:caseclock:problem:not-found"));
    given().get("/no/such/page").then().statusCode(404).contentType(PROBLEM);
    as("legal").get("/api/v1/nothing").statusCode(404).contentType(PROBLEM);
    browser().delete("/api/v1/notices").then().statusCode(405).contentType(PROBLEM);
    as("officer")
        .postFromElsewhere("/api/v1/notices/x/sign", Map.of())
        .statusCode(403)
        .contentType(PROBLEM)
        .body("type", equalTo("urn:caseclock:problem:cross-site"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/notices/export?sort=garbage",
        "/cases/A1?asOf=garbage",
        "/cases/A1?knownAt=2026-02-30",
        "/cases/A1?tenures=garbage",
        "/lists/l/meetings/2026-03-02?whole=garbage",
        "/calculator?rule=r&custody=garbage",
        "/calculator?rule=r&add=garbage",
        "/sign-in?ended=garbage",
        "/signed-out?state=x",
        "/settings?lang=garbage",
        "/settings?theme=garbage"
      })
  void a_word_that_no_page_knows_is_refused_by_its_name(String address) {
    var name = address.substring(address.lastIndexOf('?') + 1, address.lastIndexOf('='));

    as("legal")
        .get(address)
        .statusCode(400)
        .contentType("text/html")
        .body(containsString(name.substring(name.lastIndexOf('&') + 1) + "</bdi>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/notices?after=2026_x",
        "/notices?state=x",
        "/tasks?after=2026_x",
        "/breaches?after=x",
        "/indicators?period=2026-99",
        "/calendars?year=1",
        "/history/breaches?state=x"
      })
  void a_place_or_a_state_that_there_is_not_is_refused_by_its_name(String address) {
    a_word_that_no_page_knows_is_refused_by_its_name(address);
  }

  @Test
  void refusals_name_what_is_refused_in_plain_words() {
    as("officer").get("/inbox?after=-1").statusCode(400).body(containsString("after</bdi>"));
    as("legal")
        .get("/directory?q=" + "x".repeat(101))
        .statusCode(400)
        .body(containsString("q</bdi>"));
    as("legal")
        .get("/deadlines?foo=1&lang=en")
        .statusCode(400)
        .body(containsString("foo</bdi>: cannot be taken"), not(containsString("\\u")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en;q=2", "en;q=zz", ";;q=zz,*", "zh-CN,zh;q=1.5"})
  void languages_that_cannot_be_read_are_passed_over(String languages) {
    var inLanguages = browser().header("Accept-Language", languages);
    inLanguages.get("/sign-in").then().statusCode(200).body(containsString("lang=\"zh-CN\""));
    browser()
        .header("Accept-Language", languages)
        .get("/no/such/page")
        .then()
        .statusCode(404)
        .contentType("text/html")
        .body(containsString("没有这个页面"));
    given()
        .header("Accept-Language", languages)
        .get("/api/v1/notices")
        .then()
        .statusCode(400)
        .contentType(PROBLEM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/search?q=A9901%09", "/search?q=%ff", "/%00", "/deadlines;a=b"})
  void an_address_that_cannot_be_read_is_told_on_a_page(String address) {
    browser()
        .urlEncodingEnabled(false)
        .get(address)
        .then()
        .statusCode(400)
        .contentType("text/html")
        .body(containsString("无法显示"), containsString("Cannot be shown"));
    given().urlEncodingEnabled(false).get(address).then().statusCode(400).contentType(PROBLEM);
  }

  @Test
  void a_token_that_is_refused_is_told_so() {
    browser()
        .header("Authorization", "Bearer garbage")
        .get("/notices")
        .then()
        .statusCode(401)
        .body(containsString("请重新登录"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/search?q=%E2%80%AEabc", "/cases/%E2%80%AEabc", "/cases/A%E2%80%AE1"})
  void what_turns_the_direction_of_text_stands_on_no_page(String address) {
    var page =
        browser()
            .urlEncodingEnabled(false)
            .cookie("caseclock-session", as("legal").session())
            .get(address)
            .then()
            .contentType("text/html")
            .extract()
            .asString();

    assertThat(page.replaceAll("(?s)<header.*?</header>", "")).doesNotContain("\u202E");
  }

  @Test
  void the_colours_and_the_language_change_on_every_page() {
    as("legal").get("/settings?theme=dark").statusCode(200).cookie("caseclock-theme", "dark");
    as("legal").get("/settings?lang=en").statusCode(200).cookie("caseclock-language", "en");
  }

  @Test
  void a_search_for_more_than_the_box_holds_says_how_much_it_holds() {
    as("legal").get("/search?q=" + "x".repeat(300)).statusCode(400).body(containsString("至多一百个字符"));
    as("legal").get("/search?q=" + "x".repeat(100)).statusCode(200);
    as("legal").get("/search?q=x").statusCode(200).body(containsString("至少两个"));
  }

  @Test
  void an_upload_has_no_other_parts_than_the_page_knows() {
    upload()
        .multiPart("text", "x")
        .post("/impact")
        .then()
        .statusCode(400)
        .contentType("text/html")
        .body(containsString("text</bdi>"));
    upload()
        .multiPart("files", "x")
        .post("/impact")
        .then()
        .statusCode(400)
        .body(containsString("files</bdi>"));
    send(upload()).statusCode(400).body(containsString("只有一个 pack.yaml"));
  }

  private static ValidatableResponse send(RequestSpecification form) {
    return form.multiPart("files", "notes.txt", "x".getBytes(StandardCharsets.UTF_8))
        .post("/impact")
        .then();
  }

  private static RequestSpecification upload() {
    return browser()
        .header("Sec-Fetch-Site", "same-origin")
        .cookie("caseclock-session", as("chief").session());
  }

  private static RequestSpecification browser() {
    return given().redirects().follow(false).header("Accept", "text/html,*/*;q=0.8");
  }
}
