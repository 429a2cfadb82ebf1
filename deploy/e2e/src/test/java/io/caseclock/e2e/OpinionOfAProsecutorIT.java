package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.local.secret.LocalRole;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A joint office of police and procuratorate: a prosecutor writes an opinion on a case, the police
 * have deadlines to sign for it and to answer, and an answer that fails to come is a breach.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedSuite.class)
class OpinionOfAProsecutorIT {

  private static final String CASE = "A9901000000000231";
  private static final String PROSECUTOR = "J990001";
  private static final String OPINION = "讯问笔录缺少签名（示例）";

  private Suite suite;

  @BeforeAll
  void theSuite(Suite shared) {
    suite = shared;
  }

  @Test
  void becomes_a_finding_whose_answer_is_due_and_missing_is_a_breach() {
    suite.post(suite.event("opinion-1", "case-filed", "case/" + CASE, Map.of()));
    suite.until(() -> suite.effects("opinion-1"), effects -> effects.status() == 200);

    var opinion = prosecutor("/api/v1/findings", finding());
    assertThat(opinion.status()).as(opinion.toString()).isEqualTo(201);
    var notice = suite.until(() -> suite.notices(CASE), notices -> notices.size() == 1).getFirst();
    var path = "/api/v1/notices/" + notice.path("id").asText();
    assertThat(read(path).path("steps").path(0).path("role").asText()).isEqualTo("prosecutor");

    // The police sign for it; that they answer is due, and the prosecutor sees until when.
    suite.untilDeadline(CASE, "notice-signing", "running");
    assertThat(officer(path + "/sign", Map.of()).text("state")).isEqualTo("signed");
    var answer = suite.untilDeadline(CASE, "notice-rectification", "running");
    assertThat(answer.path("dueAt").asText()).isNotEmpty();

    // Nobody answers.
    suite.fastForward(Duration.ofDays(60));
    suite.untilDeadline(CASE, "notice-rectification", "breached");

    // The answer comes late, and the prosecutor reads it; whether it will do the police decide.
    assertThat(officer(path + "/rectify", Map.of("text", "已补签（示例）")).text("state"))
        .isEqualTo("rectified");
    suite.untilDeadline(CASE, "notice-rectification", "met-late");
    assertThat(read(path).path("steps").toString()).contains("已补签（示例）");
    assertThat(prosecutor(path + "/accept", Map.of()).status()).isEqualTo(403);
  }

  private static Map<String, Object> finding() {
    return Map.of(
        "unit",
        Roster.STATION,
        "officer",
        Roster.OFFICER,
        "caseId",
        CASE,
        "element",
        "case-file",
        "provision",
        "示例规定 第一条",
        "text",
        OPINION);
  }

  private JsonNode read(String path) {
    var answer = suite.console(LocalRole.PROSECUTOR, PROSECUTOR, path);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.body();
  }

  private Answer prosecutor(String path, Map<String, Object> body) {
    return suite.act(LocalRole.PROSECUTOR, PROSECUTOR, path, body);
  }

  private Answer officer(String path, Map<String, Object> body) {
    return suite.act(LocalRole.OFFICER, Roster.OFFICER, path, body);
  }
}
