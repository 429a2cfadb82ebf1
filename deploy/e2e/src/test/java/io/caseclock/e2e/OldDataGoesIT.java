package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.local.ServiceKind;
import io.caseclock.local.ServiceProcess;
import io.caseclock.local.StackClock;
import io.caseclock.local.StackOptions;
import io.caseclock.local.secret.LocalRole;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Running services are told how long each kind of data is kept. The time is put back before they
 * start, since the databases delete nothing that is young by their own clock.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OldDataGoesIT {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String OLD = "A9901000000000301";
  private static final String HELD = "A9901000000000302";
  private static final String KEPT_FOR = "184d";

  /** What is left of a case, by kind. */
  private static final Map<String, String> LEFT =
      Map.of(
          "journal",
          "select count(*) from intake.journal where case_id = ? and purged_at is null",
          "timelines",
          "select count(*) from monitor.case_event where case_id = ? and purged_at is null",
          "messages",
          "select count(*) from notification.message where case_id = ? and purged_at is null",
          "evidence",
          "select count(*) from notification.notice_evidence e join notification.notice n"
              + " on n.id = e.notice_id where n.case_id = ?",
          "audit log of intake",
          oldEntriesOf("intake"),
          "audit log of the monitor",
          oldEntriesOf("monitor"),
          "audit log of notification",
          oldEntriesOf("notification"));

  private final Http http = new Http();
  private Suite suite;

  @BeforeAll
  void aSuiteOfTenMonthsAgo(@TempDir Path directory) {
    suite = Suite.start(directory, OldDataGoesIT::tenMonthsAgo);
  }

  @AfterAll
  void stop() {
    suite.close();
  }

  private static StackOptions tenMonthsAgo(StackOptions options) {
    new StackClock(options.directory().clockOffset(), InstantSource.system())
        .advance(Duration.ofDays(-300));
    return options
        .told("CASECLOCK_RETENTION_JOURNAL", KEPT_FOR)
        .told("CASECLOCK_RETENTION_TIMELINES", KEPT_FOR)
        .told("CASECLOCK_RETENTION_MESSAGES", KEPT_FOR)
        .told("CASECLOCK_RETENTION_EVIDENCE", KEPT_FOR)
        .told("CASECLOCK_AUDIT_LOG_RETENTION", KEPT_FOR);
  }

  private static String oldEntriesOf(String service) {
    return "select count(*) from %s.audit_log".formatted(service)
        + " where ids::text like '%' || ? || '%' and operation like '%/legal-hold'"
        + " and at < now() - interval '184 days'";
  }

  @Test
  void what_is_kept_long_enough_goes_and_a_case_under_legal_hold_stays_until_it_is_released() {
    looksAt(OLD);
    casesThatCameToRest();
    suite.until(() -> left(OLD), found -> !found.containsValue(0L));
    var before = suite.until(() -> left(HELD), found -> !found.containsValue(0L));

    suite.fastForward(Duration.ofDays(250));
    suite.stack().services().forEach(ServiceProcess::restart);

    suite.until(() -> left(OLD), OldDataGoesIT::isNothing);
    assertThat(left(HELD)).isEqualTo(before);

    for (var kind : ServiceKind.values()) {
      var address = hold(kind, HELD).resolve("legal-hold/release");
      var released = http.post(address, token(), "application/json", Map.of("reason", "法院已退卷"));
      assertThat(released.status()).isEqualTo(200);
    }
    suite.stack().services().forEach(ServiceProcess::restart);

    suite.until(() -> left(HELD), OldDataGoesIT::isNothing);
  }

  /** An entry of the audit log of each service, on the first day. */
  private void looksAt(String caseId) {
    for (var kind : ServiceKind.values()) {
      assertThat(http.get(hold(kind, caseId), token()).status()).isEqualTo(200);
    }
  }

  private void casesThatCameToRest() {
    var cases = List.of(OLD, HELD);
    cases.forEach(this::isFiled);
    suite.fastForward(Duration.ofDays(45));
    cases.forEach(this::isMended);
    for (var kind : ServiceKind.values()) {
      var placed = http.put(hold(kind, HELD), token(), Map.of("reason", "法院调卷"));
      assertThat(placed.status()).isEqualTo(200);
    }
  }

  private void isFiled(String caseId) {
    var filed = "case-filed-" + caseId;
    suite.post(suite.event(filed, "case-filed", "case/" + caseId, Map.of()));
    suite.until(() -> suite.effects(filed), answer -> answer.status() == 200);
  }

  /**
   * From the breach to a notice that is closed, and the end of the case, after which nothing is
   * open.
   */
  private void isMended(String caseId) {
    suite.untilDeadline(caseId, "public-security-case-handling", "breached");
    var notice = suite.until(() -> suite.notices(caseId), found -> found.size() == 1).getFirst();
    var path = "/api/v1/notices/" + notice.path("id").asText();
    var day = suite.now().atZone(ZONE).toLocalDate().plusDays(3).toString();
    officer(path + "/sign", Map.of());
    officer(path + "/plan", Map.of("on", day, "text", "补齐处理决定"));
    var file = "处理决定书已送达".getBytes(StandardCharsets.UTF_8);
    suite.attach(Roster.OFFICER, path + "/evidence?name=决定书.txt", "text/plain", file);
    officer(path + "/rectify", Map.of("text", "已作出处理决定"));
    legalOfficer(path + "/review", Map.of());
    assertThat(legalOfficer(path + "/accept", Map.of()).text("state")).isEqualTo("closed");
    suite.untilDeadline(caseId, "notice-closing", "met");
    var never =
        Map.<String, Object>of(
            "id", "case-filed-" + caseId, "source", CloudEvents.PRECINCT, "reason", "登记有误");
    suite.post(suite.event("never-" + caseId, "event-withdrawn", "case/" + caseId, never));
    suite.untilDeadline(caseId, "public-security-case-handling", "cancelled");
  }

  private Answer officer(String path, Map<String, Object> body) {
    return suite.act(LocalRole.OFFICER, Roster.OFFICER, path, body);
  }

  private Answer legalOfficer(String path, Map<String, Object> body) {
    return suite.act(LocalRole.LEGAL_OFFICER, Roster.LEGAL_OFFICER, path, body);
  }

  private URI hold(ServiceKind kind, String caseId) {
    var path = "/api/v1/cases/" + caseId + "/legal-hold";
    return suite.stack().service(kind).baseUrl().resolve(path);
  }

  private String token() {
    return suite.stack().token(LocalRole.ADMINISTRATOR);
  }

  private Map<String, Long> left(String caseId) {
    Map<String, Long> counts = new TreeMap<>();
    LEFT.forEach((kind, sql) -> counts.put(kind, suite.count(sql, caseId)));
    return counts;
  }

  private static boolean isNothing(Map<String, Long> counts) {
    return counts.values().stream().allMatch(count -> count == 0);
  }
}
