package io.caseclock.notify.notice;

import static io.caseclock.notify.Office.as;
import static io.caseclock.notify.Office.breachOf;
import static io.caseclock.notify.Office.l1;
import static io.caseclock.notify.Office.o1;
import static io.caseclock.notify.Office.s1;
import static io.restassured.RestAssured.config;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.http.ContentType.TEXT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The loop of a notice over HTTP, with plans, objections, evidence and supervision. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class NoticeLoopTest {

  private static final byte[] PDF =
      """
      %PDF-1.7
      1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
      2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
      3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99]>> endobj
      trailer <</Root 1 0 R /Size 4>>
      startxref
      0
      %%EOF
      """
          .getBytes(UTF_8);

  @Inject Office office;
  @Inject InstantSource clock;
  private String id = "";

  @BeforeEach
  void issueOne() {
    office.open();
    office.hears(breachOf("D1"));
    id = office.text("select id from notice");
  }

  @Test
  void a_plan_needs_a_day_and_a_hand_over_an_officer() {
    var today = clock.instant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
    step(o1(), "sign", Map.of()).statusCode(200);

    step(o1(), "plan", Map.of()).statusCode(400).body("violations[0].pointer", equalTo("/on"));
    step(o1(), "plan", Map.of("on", "soon")).statusCode(400);
    step(o1(), "plan", Map.of("on", today.minusDays(1).toString()))
        .statusCode(422)
        .body("reason", equalTo("plan_out_of_bounds"))
        .body("violations[0].pointer", equalTo("/on"));
    step(o1(), "plan", Map.of("on", today.plusDays(3).toString()))
        .statusCode(200)
        .body("state", equalTo("in-rectification"))
        .body("plannedOn", equalTo(today.plusDays(3).toString()));
    read(s1())
        .body("steps.last().data.planned", equalTo(today.plusDays(3).toString()))
        .body("steps.last().data.on", equalTo(today.plusDays(4).toString()));
    step(l1(), "reassign", Map.of("text", "调离"))
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/officer"));
    step(l1(), "reassign", Map.of("officer", "O2", "text", "O1 已调离"))
        .statusCode(200)
        .body("officer", equalTo("O2"));
  }

  @Test
  void of_two_who_take_the_same_step_at_once_the_second_sees_the_first() throws Exception {
    rectified();
    Callable<Response> one = () -> post(l1(), "return", Map.of("text", "one"));
    Callable<Response> two =
        () -> post(as("L9", "D01", "legal-officer"), "return", Map.of("text", "two"));

    List<Response> answers;
    try (var threads = Executors.newFixedThreadPool(2)) {
      var both = threads.invokeAll(List.of(one, two));
      answers = List.of(both.get(0).get(), both.get(1).get());
    }

    assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
    var first = answers.get(0).statusCode() == 200 ? "L1" : "L9";
    var second = answers.get(answers.get(0).statusCode() == 200 ? 1 : 0);
    second
        .then()
        .body("state", equalTo("returned"))
        .body("step", equalTo("returned"))
        .body("by", equalTo(first))
        .body("at", containsString("T"))
        .body("version", equalTo(6));
    assertThat(office.texts("select kind from notice_step where kind = 'returned'")).hasSize(1);
  }

  @Test
  void evidence_is_kept_byte_for_byte_and_its_sender_is_no_reviewer() {
    step(o1(), "sign", Map.of()).statusCode(200);
    var file =
        sent(o1(), PDF, "application/pdf")
            .statusCode(201)
            .body("name", equalTo("file.bin.pdf"))
            .body("size", equalTo(PDF.length))
            .extract();
    o1().contentType("application/pdf")
        .body(PDF)
        .post("/api/v1/notices/" + id + "/evidence?name=again.pdf")
        .then()
        .statusCode(201)
        .body("id", equalTo(file.path("id")));

    var read = s1().get("/api/v1/notices/" + id + "/evidence/" + file.path("id"));
    assertThat(read.asByteArray()).isEqualTo(PDF);
    read.then()
        .contentType("application/pdf")
        .header("Content-Disposition", equalTo("attachment; filename*=UTF-8''file.bin.pdf"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("X-CaseClock-SHA256", equalTo(file.path("sha256")));
    as("O3", "D0103", "officer")
        .get("/api/v1/notices/" + id + "/evidence/" + file.path("id"))
        .then()
        .statusCode(404);
    read(s1()).body("evidence", hasSize(1));
    step(o1(), "rectify", Map.of("text", "见附件")).statusCode(200);
    read(s1()).body("steps.last().data.evidence", contains((Object) file.path("sha256")));

    step(l1(), "reassign", Map.of("officer", "O2", "text", "调离")).statusCode(200);
    step(as("O1", "D0102", "legal-officer"), "accept", Map.of())
        .statusCode(403)
        .body("reason", equalTo("own_work"));
    sent(o1(), PDF, "application/pdf").statusCode(403);
  }

  @Test
  void evidence_that_is_too_large_or_not_what_it_says_is_refused() {
    step(o1(), "sign", Map.of()).statusCode(200);
    var large = new byte[10 * 1024 * 1024 + 1];
    System.arraycopy(PDF, 0, large, 0, PDF.length);

    sent(o1(), large, "application/pdf")
        .statusCode(413)
        .body("type", equalTo("urn:caseclock:problem:too-large"));
    sent(o1(), new byte[0], "application/pdf")
        .statusCode(400)
        .body("violations[0].pointer", equalTo(""));
    sent(o1(), "<html>".getBytes(UTF_8), "text/html")
        .statusCode(415)
        .body("type", equalTo("urn:caseclock:problem:unsupported-media-type"));
    sent(as("O3", "D0103", "officer"), PDF, "application/pdf").statusCode(404);
    o1().contentType("image/gif")
        .body(PDF)
        .post("/api/v1/notices/" + id + "/evidence")
        .then()
        .statusCode(415);
    o1().body(PDF)
        .noContentType()
        .post("/api/v1/notices/" + id + "/evidence")
        .then()
        .statusCode(415)
        .body("type", equalTo("urn:caseclock:problem:unsupported-media-type"));
    sent(o1(), PDF, "image/png")
        .statusCode(415)
        .body("type", equalTo("urn:caseclock:problem:unsupported-media-type"));
    sent(o1(), "卷宗已补齐".getBytes(UTF_8), "text/plain; charset=UTF-8").statusCode(201);
    assertThat(office.texts("select name from notice_evidence")).containsExactly("file.bin.txt");
  }

  @Test
  void evidence_is_one_file_and_nothing_else() {
    step(o1(), "sign", Map.of()).statusCode(200);
    o1().multiPart("file", "a.pdf", PDF, "application/pdf")
        .multiPart("remark", "x")
        .post("/api/v1/notices/" + id + "/evidence")
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/remark"));
    o1().multiPart("file", "a.pdf", PDF, "application/pdf")
        .multiPart("file", "b.pdf", PDF, "application/pdf")
        .post("/api/v1/notices/" + id + "/evidence")
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/file"));
    assertThat(office.texts("select name from notice_evidence")).isEmpty();
  }

  @Test
  void evidence_whose_part_is_garbled_is_refused() {
    step(o1(), "sign", Map.of()).statusCode(200);
    for (var disposition :
        List.of(
            "form-daSa; name=\"file\"; filename=\"sample.txt\"",
            "form-data; name=\"file\"; filenamem\"sampl|.txt\"",
            "form-data; name=\"files; filename=\"sample.txt\"",
            "form-data; name=; filename=")) {
      o1().config(
              config()
                  .encoderConfig(encoderConfig().encodeContentTypeAs("multipart/form-data", TEXT)))
          .contentType("multipart/form-data; boundary=sample-boundary")
          .body(
              """
              --sample-boundary
              Content-Disposition: %s
              Content-Type: text/plain

              示例材料
              --sample-boundary--
              """
                  .formatted(disposition)
                  .replace("\n", "\r\n"))
          .post("/api/v1/notices/" + id + "/evidence")
          .then()
          .statusCode(400);
    }
    assertThat(office.texts("select name from notice_evidence")).isEmpty();
  }

  @Test
  void evidence_and_papers_cannot_be_changed() {
    step(o1(), "sign", Map.of()).statusCode(200);
    sent(o1(), PDF, "application/pdf").statusCode(201);

    for (var table : List.of("notice_evidence", "notice_paper")) {
      assertThatThrownBy(() -> office.texts("delete from " + table + " returning sha256"))
          .rootCause()
          .hasMessageContaining("never changed");
    }
  }

  @Test
  void a_higher_unit_supervises_by_an_order_with_a_document_of_its_own() {
    supervise(o1(), "督办").statusCode(403);
    supervise(l1(), "督办").statusCode(403);
    supervise(s1(), "").statusCode(400).body("violations[0].pointer", equalTo("/text"));
    String order =
        supervise(s1(), "逾期未办")
            .statusCode(201)
            .body("kind", equalTo("supervision-order"))
            .body("number", equalTo("示例分局督办〔2026〕1号".replace("2026", year())))
            .body("unit", equalTo("D0102"))
            .body("lower", equalTo(id))
            .extract()
            .path("id");
    supervise(s1(), "again").statusCode(409).body("notice", equalTo(order));
    read(s1()).body("steps.step", hasItem("escalated")).body("orders", contains((Object) order));
    step(l1(), "withdraw", Map.of("text", "录入错误")).statusCode(403);
    step(s1(), "withdraw", Map.of("text", "录入错误")).statusCode(200);
    s1().get("/api/v1/notices/" + order).then().body("state", equalTo("withdrawn"));
    s1().get("/api/v1/notices/" + order + "/document.html")
        .then()
        .body(containsString("督办单"), containsString("示例分局整改"), containsString("逾期未办"));
  }

  @Test
  void a_recorded_finding_sent_twice_makes_one_notice() {
    String first = finding("key-1", "卷内缺页").statusCode(201).extract().path("id");

    finding("key-1", "卷内缺页").statusCode(200).body("id", equalTo(first));
    finding("key-1", "另一问题").statusCode(409);
    finding(null, "卷内缺页").statusCode(409).body("notice", equalTo(first));
    finding("k".repeat(201), "第三个")
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/Idempotency-Key"));
  }

  @Test
  void two_equal_findings_at_once_make_one_notice() throws Exception {
    Callable<Integer> find = () -> finding(null, "卷内缺页").extract().statusCode();
    try (var threads = Executors.newFixedThreadPool(3)) {
      var answers = threads.invokeAll(List.of(find, find, find));
      var codes = List.of(answers.get(0).get(), answers.get(1).get(), answers.get(2).get());
      assertThat(codes).containsExactlyInAnyOrder(201, 409, 409);
    }
  }

  @Test
  void the_document_is_to_be_had_as_json_html_and_pdf_and_never_changes() throws Exception {
    var hostile = "<img src=http://127.0.0.1:9/x.png><script>alert(1)</script>{number} &";
    finding(null, hostile + " \u202E").statusCode(400);
    String found = finding(null, hostile).statusCode(201).extract().path("id");
    var path = "/api/v1/notices/" + found + "/document";

    var html = s1().accept("text/html,*/*;q=0.8").get(path);
    html.then()
        .statusCode(200)
        .contentType(startsWith("text/html"))
        .header("Content-Security-Policy", endsWith("sandbox"))
        .body(containsString("&lt;img src=http://127.0.0.1:9/x.png&gt;"))
        .body(containsString("整改通知书"), not(containsString("<script>")))
        .body(containsString("示例规定 第二条"));
    s1().get(path).then().contentType("application/json");
    as("O3", "D0103", "officer").accept("text/html").get(path).then().statusCode(404);
    as("O3", "D0103", "officer").accept("application/pdf").get(path).then().statusCode(404);

    var pdf = s1().accept("application/pdf").get(path);
    if (pdf.statusCode() == 503) {
      pdf.then().body("detail", containsString("fonts-droid-fallback"));
    } else {
      pdf.then().statusCode(200).contentType("application/pdf");
      try (var document = Loader.loadPDF(pdf.asByteArray())) {
        assertThat(new PDFTextStripper().getText(document)).contains("整改通知书", "alert(1)");
      }
      assertThat(s1().get(path + ".pdf").asByteArray()).isEqualTo(pdf.asByteArray());
      assertThat(pdf.header("X-CaseClock-SHA256"))
          .isEqualTo(office.text("select sha256 from notice_paper where form = 'pdf'"));
    }
    step(found, s1(), "withdraw", "录入错误");
    assertThat(s1().get(path + ".html").asByteArray()).isEqualTo(html.asByteArray());
  }

  private void rectified() {
    step(o1(), "sign", Map.of()).statusCode(200);
    step(o1(), "rectify", Map.of("text", "卷宗已补齐")).statusCode(200);
  }

  private String year() {
    return Integer.toString(clock.instant().atZone(ZoneId.of("Asia/Shanghai")).getYear());
  }

  private static void step(String notice, RequestSpecification caller, String step, String text) {
    stepOf(notice, caller, step, Map.of("text", text)).statusCode(200);
  }

  private static ValidatableResponse finding(
      @org.jspecify.annotations.Nullable String key, String text) {
    var request = s1().contentType("application/json");
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return request
        .body(
            Map.of(
                "unit", "D0102",
                "officer", "O2",
                "caseId", "A9",
                "element", "case-file",
                "provision", "示例规定 第二条",
                "text", text))
        .post("/api/v1/findings")
        .then();
  }

  private ValidatableResponse supervise(RequestSpecification caller, String text) {
    return stepOf(id, caller, "supervise", Map.of("text", text));
  }

  private ValidatableResponse sent(RequestSpecification caller, byte[] content, String type) {
    return caller
        .multiPart("file", "file.bin", content, type)
        .post("/api/v1/notices/" + id + "/evidence")
        .then();
  }

  private ValidatableResponse read(RequestSpecification caller) {
    return caller.get("/api/v1/notices/" + id).then().statusCode(200);
  }

  private ValidatableResponse step(RequestSpecification caller, String step, Map<String, ?> body) {
    return post(caller, step, body).then();
  }

  private Response post(RequestSpecification caller, String step, Map<String, ?> body) {
    return caller
        .contentType("application/json")
        .body(body)
        .post("/api/v1/notices/" + id + "/" + step);
  }

  private static ValidatableResponse stepOf(
      String notice, RequestSpecification caller, String step, Map<String, ?> body) {
    return caller
        .contentType("application/json")
        .body(body)
        .post("/api/v1/notices/" + notice + "/" + step)
        .then();
  }
}
