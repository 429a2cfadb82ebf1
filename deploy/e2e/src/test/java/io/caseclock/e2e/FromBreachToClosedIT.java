package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.local.secret.LocalRole;
import io.caseclock.testsupport.ReadArchive;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole loop of a notice; each of its states has a deadline of its own in the monitor. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedSuite.class)
class FromBreachToClosedIT {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String CASE = "A9901000000000201";
  private static final byte[] EVIDENCE = "处理决定书已送达".getBytes(StandardCharsets.UTF_8);

  private Suite suite;

  @BeforeAll
  void theSuite(Suite shared) {
    suite = shared;
  }

  @Test
  void a_breach_becomes_a_notice_that_is_planned_mended_reviewed_and_closed() throws IOException {
    var notice = noticeOfABreach();
    var path = "/api/v1/notices/" + notice.path("id").asText();
    var html = document(path, "text/html");
    var pdf = document(path, "application/pdf");
    assertThat(html.statusCode()).isEqualTo(200);
    assertThat(new String(html.body(), StandardCharsets.UTF_8))
        .contains(notice.path("number").asText(), CASE);

    // It was delivered at once; who signs has it, and has to plan.
    is("notice-delivery", "met");
    is("notice-signing", "running");
    assertThat(officer(path + "/sign", Map.of()).text("state")).isEqualTo("signed");
    is("notice-signing", "met");
    is("notice-planning", "running");
    is("notice-rectification", "running");

    // The plan's day is a deadline, late from the day after it on.
    var planned = suite.now().atZone(ZONE).toLocalDate().plusDays(3);
    var plan = officer(path + "/plan", Map.of("on", planned.toString(), "text", "补齐处理决定"));
    assertThat(plan.text("state")).isEqualTo("in-rectification");
    is("notice-planning", "met");
    var promise = is("notice-plan", "running");
    assertThat(Instant.parse(promise.path("dueAt").asText()))
        .isEqualTo(planned.plusDays(1).atStartOfDay(ZONE).toInstant());

    // Two days later it is mended, with a file that proves it.
    suite.fastForward(Duration.ofDays(2));
    var sent =
        suite.attach(Roster.OFFICER, path + "/evidence?name=决定书.txt", "text/plain", EVIDENCE);
    assertThat(sent.status()).isEqualTo(201);
    assertThat(file(path + "/evidence/" + sent.text("id")).body()).isEqualTo(EVIDENCE);
    assertThat(officer(path + "/rectify", Map.of("text", "已作出处理决定")).text("state"))
        .isEqualTo("rectified");
    is("notice-plan", "met");
    is("notice-rectification", "met");
    is("notice-review-start", "running");
    is("notice-review", "running");

    // Who mended is no judge of it; the legal officer takes it for review, and accepts.
    assertThat(officer(path + "/review", Map.of()).status()).isEqualTo(403);
    assertThat(legalOfficer(path + "/review", Map.of()).text("state")).isEqualTo("under-review");
    is("notice-review-start", "met");
    assertThat(legalOfficer(path + "/accept", Map.of()).text("state")).isEqualTo("closed");
    is("notice-review", "met");
    is("notice-closing", "met");
    assertThat(officer(path + "/rectify", Map.of("text", "再次整改")).status()).isEqualTo(409);

    // Nothing of the notice is open any more, and its paper is the one that was issued.
    assertThat(suite.deadlines(CASE).body().path("deadlines"))
        .filteredOn(deadline -> deadline.path("rule").asText().startsWith("notice-"))
        .extracting(deadline -> deadline.path("status").asText())
        .doesNotContain("running", "breached", "paused");
    assertThat(suite.console(LocalRole.SUPERVISOR, null, path).body().path("steps"))
        .extracting(step -> step.path("step").asText())
        .containsExactly(
            "issued",
            "delivered",
            "signed",
            "planned",
            "rectified",
            "under-review",
            "accepted",
            "closed");
    assertThat(document(path, "text/html").body()).isEqualTo(html.body());
    var reprint = document(path, "application/pdf");
    assertThat(reprint.statusCode()).isEqualTo(pdf.statusCode()).isIn(200, 503);
    if (pdf.statusCode() == 200) {
      assertThat(reprint.body()).isEqualTo(pdf.body()).startsWith("%PDF".getBytes());
    }
    theArchiveHolds(sent.text("id"));
  }

  /** All of it can be had as one file. */
  private void theArchiveHolds(String evidence) throws IOException {
    var archive =
        ReadArchive.of(
            suite
                .file(
                    LocalRole.AUDITOR,
                    Roster.SUPERVISOR,
                    "/api/v1/cases/" + CASE + "/archive",
                    "application/zip")
                .body());
    assertThat(archive.files().get("evidence/" + evidence.replace(':', '_'))).isEqualTo(EVIDENCE);
    assertThat(archive.files().keySet()).anyMatch(name -> name.startsWith("papers/"));
    assertThat(archive.lines("notice-steps.ndjson")).hasSizeGreaterThanOrEqualTo(8);
    assertThat(archive.sums()).isEqualTo(archive.expectedSums());
  }

  private JsonNode noticeOfABreach() {
    suite.post(suite.event("loop-1", "case-filed", "case/" + CASE, Map.of()));
    suite.until(() -> suite.effects("loop-1"), effects -> effects.status() == 200);
    suite.fastForward(Duration.ofDays(45));
    suite.untilDeadline(CASE, "public-security-case-handling", "breached");
    return suite.until(() -> suite.notices(CASE), notices -> notices.size() == 1).getFirst();
  }

  private JsonNode is(String rule, String status) {
    return suite.untilDeadline(CASE, rule, status);
  }

  private HttpResponse<byte[]> document(String path, String form) {
    return suite.file(LocalRole.OFFICER, Roster.OFFICER, path + "/document", form);
  }

  private HttpResponse<byte[]> file(String path) {
    return suite.file(LocalRole.OFFICER, Roster.OFFICER, path, "*/*");
  }

  private Answer officer(String path, Map<String, Object> body) {
    return suite.act(LocalRole.OFFICER, Roster.OFFICER, path, body);
  }

  private Answer legalOfficer(String path, Map<String, Object> body) {
    return suite.act(LocalRole.LEGAL_OFFICER, Roster.LEGAL_OFFICER, path, body);
  }
}
