package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.local.ServiceKind;
import io.caseclock.local.secret.LocalRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The main job: a posted case event becomes an overdue warning and a rectification notice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverdueCaseBecomesANoticeIT {

  private static final String HANDLING = "public-security-case-handling";

  private Suite suite;

  @BeforeAll
  void aSuiteWithTwoMonitors(@TempDir Path directory) {
    suite = Suite.start(directory, 2);
  }

  @AfterAll
  void stop() {
    suite.close();
  }

  @Test
  void a_posted_case_event_becomes_an_overdue_warning_and_a_rectification_notice() {
    var caseId = "A9901000000000001";
    var filed = suite.event("story-1", "case-filed", "case/" + caseId, Map.of());

    // A precinct posts an event, twice; it has one effect and a receipt.
    assertThat(suite.post(filed).status()).isEqualTo(202);
    assertThat(suite.post(filed).status()).isEqualTo(200);
    suite.until(() -> suite.receipt("story-1"), it -> !it.body().path("publishedAt").isNull());
    suite.until(
        () -> suite.effects("story-1"), it -> it.text("deadlines/0/change").equals("opened"));
    assertThat(suite.deadline(caseId, HANDLING).path("status").asText()).isEqualTo("running");

    // The officer is warned before the last day, although one replica of the monitor is killed.
    suite.stack().replica(ServiceKind.MONITOR, 1).kill();
    suite.fastForward(Duration.ofDays(28));
    suite.until(
        () -> suite.letters(Roster.OFFICER, "warning", caseId), messages -> messages.size() == 1);

    // The last day passes: breached, and a numbered notice is in the officer's inbox.
    suite.fastForward(Duration.ofDays(16));
    var notice =
        suite.until(() -> suite.notices(caseId), notices -> notices.size() == 1).getFirst();
    assertThat(notice.path("number").asText()).contains("整改");
    assertThat(suite.deadline(caseId, HANDLING).path("status").asText()).isEqualTo("breached");
    suite.until(
        () -> suite.letters(Roster.OFFICER, "notice", caseId), messages -> messages.size() >= 1);

    // The notice is signed for, answered, returned, answered again and accepted.
    var path = "/api/v1/notices/" + notice.path("id").asText();
    suite.stack().replica(ServiceKind.MONITOR, 1).restart();
    assertThat(officer(path + "/sign", Map.of()).text("state")).isEqualTo("signed");
    assertThat(officer(path + "/rectify", Map.of("text", "已作出处理决定")).text("state"))
        .isEqualTo("rectified");
    assertThat(legalOfficer(path + "/return", Map.of("text", "请附送达回证")).text("state"))
        .isEqualTo("returned");
    assertThat(officer(path + "/rectify", Map.of("text", "已补送达回证")).text("state"))
        .isEqualTo("rectified");
    assertThat(legalOfficer(path + "/accept", Map.of()).text("state")).isEqualTo("closed");
    assertThat(officer(path + "/sign", Map.of()).status()).isEqualTo(409);

    // The notice's own deadlines ran by the same machinery and were met.
    suite.until(
        () -> suite.deadline(caseId, "notice-review"),
        it -> it.path("status").asText().equals("met"));
    assertThat(suite.deadline(caseId, "notice-signing").path("status").asText()).isEqualTo("met");
    assertThat(suite.deadline(caseId, "notice-rectification").path("status").asText())
        .isEqualTo("met");
  }

  @Test
  void a_notice_that_a_late_entry_proves_wrong_is_withdrawn_by_itself() {
    var caseId = "A9901000000000002";
    suite.post(suite.event("late-1", "case-filed", "case/" + caseId, Map.of()));
    suite.until(() -> suite.effects("late-1"), it -> it.status() == 200);
    var dayTwenty = suite.now().plus(Duration.ofDays(20));
    suite.fastForward(Duration.ofDays(45));
    var notice =
        suite.until(() -> suite.notices(caseId), notices -> notices.size() == 1).getFirst();

    suite.post(
        CloudEvents.precinct("late-2", "decision-made", "case/" + caseId, dayTwenty, Map.of()));

    suite.until(
        () -> suite.notices(caseId).getFirst(),
        it -> it.path("state").asText().equals("withdrawn"));
    var deadline = suite.deadline(caseId, HANDLING);
    assertThat(deadline.path("status").asText()).isEqualTo("met");
    assertThat(deadline.path("lateData").asBoolean()).isTrue();
    assertThat(notice.path("number").asText()).isNotBlank();
  }

  @Test
  void an_unanswered_notice_is_told_to_the_next_level() {
    var caseId = "A9901000000000003";
    suite.post(suite.event("silent-1", "case-filed", "case/" + caseId, Map.of()));
    suite.until(() -> suite.effects("silent-1"), it -> it.status() == 200);
    suite.fastForward(Duration.ofDays(45));
    suite.until(() -> suite.notices(caseId), notices -> notices.size() == 1);
    suite.until(() -> suite.deadline(caseId, "notice-signing"), it -> !it.isMissingNode());

    suite.fastForward(Duration.ofDays(2));

    suite.until(
        () -> suite.deadline(caseId, "notice-signing"),
        it -> it.path("status").asText().equals("breached"));
    assertThat(suite.notices(caseId)).hasSize(1);
  }

  private Answer officer(String path, Map<String, Object> body) {
    return suite.act(LocalRole.OFFICER, Roster.OFFICER, path, body);
  }

  private Answer legalOfficer(String path, Map<String, Object> body) {
    return suite.act(LocalRole.LEGAL_OFFICER, Roster.LEGAL_OFFICER, path, body);
  }
}
