package io.caseclock.notify.console;

import static io.caseclock.notify.console.Browsing.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class SilencePagesTest {

  private static final ZoneId LEGAL = ZoneId.of("Asia/Shanghai");

  @Inject Office office;
  @Inject InstantSource clock;
  @Inject Sql sql;

  @BeforeEach
  void open() {
    office.open();
  }

  @Test
  void one_asks_and_another_approves_with_plain_forms() {
    propose("legal", Map.of("kind", "warning", "rule", "criminal-filing-review", "caseId", "A<1>"))
        .statusCode(303)
        .header("Location", endsWith("/silences?state=waiting"));
    var id = office.text("select id from silence");

    as("legal")
        .get("/silences?state=waiting")
        .statusCode(200)
        .body(containsString("待批准"), containsString("预警、"), containsString("A&lt;1&gt;"))
        .body(containsString("虚构L9 L9"), not(containsString("/" + id + "/approve\"")));
    as("legal")
        .get("/silences?state=waiting")
        .body(containsString("撤回<span"), not(containsString("提前结束<span")));
    as("chief").get("/silences?state=waiting").body(containsString("不予批准<span"));
    as("legal")
        .post("/silences/" + id + "/approve", Map.of())
        .statusCode(403)
        .body(containsString("提出人不能批准自己的静默"));

    as("chief")
        .get("/silences?state=waiting")
        .body(containsString("action=\"/silences/" + id + "/approve\""));
    as("chief").post("/silences/" + id + "/approve", Map.of()).statusCode(303);
    as("chief").get("/silences").body(containsString("提前结束<span"));
    as("auditor")
        .get("/silences?lang=en")
        .body(containsString("In force"), containsString("虚构S1 S1"))
        .body(not(containsString("<form method=\"post\" action=\"/silences")));
  }

  @Test
  void it_ends_when_somebody_says_so_and_only_once() {
    propose("legal", Map.of()).statusCode(303);
    var id = office.text("select id from silence");

    as("chief").post("/silences/" + id + "/end", Map.of()).statusCode(303);

    as("chief")
        .post("/silences/" + id + "/end", Map.of())
        .statusCode(409)
        .body(containsString("已批准或已结束"));
    as("chief").get("/silences?state=past").body(containsString("未获批准，结束于"));
    as("chief").get("/silences").body(containsString("现在没有生效的静默"));
  }

  @Test
  void the_form_is_filled_in_for_whoever_comes_from_a_rule() {
    as("legal")
        .get("/silences?rule=criminal-filing-review&unit=D0102&kind=warning&case=A%3C7")
        .statusCode(200)
        .body(containsString("<option value=\"criminal-filing-review\" selected>"))
        .body(containsString("<option value=\"D0102\" selected>"))
        .body(containsString("value=\"A&lt;7\""), containsString("对提出人的上级，超期照常告知"));
    as("auditor")
        .get("/silences?rule=criminal-filing-review")
        .body(not(containsString("<form method=\"post\" action=\"/silences")));
  }

  @Test
  void its_end_is_a_time_of_the_legal_zone() {
    var until = inHours(30).truncatedTo(ChronoUnit.MINUTES);

    propose("legal", Map.of("until", until.toString())).statusCode(303);

    assertThat(office.text("select extract(epoch from ends_at)::bigint from silence"))
        .isEqualTo(Long.toString(until.atZone(LEGAL).toEpochSecond()));
  }

  @Test
  void what_is_missing_or_too_long_is_said_and_what_was_entered_stays() {
    propose("legal", Map.of("reason", " ", "caseId", "A77"))
        .statusCode(400)
        .body(containsString("请填写单位、理由"), containsString("value=\"A77\""));
    propose("legal", Map.of("reason", "长".repeat(501))).statusCode(400);
    propose("legal", Map.of("until", "tomorrow")).statusCode(400);
    propose("legal", Map.of("kind", "rumour")).statusCode(400);
    propose("legal", Map.of("until", inHours(-1).toString()))
        .statusCode(422)
        .body(containsString("截止时间须晚于现在"));
    propose("legal", Map.of("until", inHours(24 * 31).toString())).statusCode(422);
    propose("legal", Map.of("unit", "D0999")).statusCode(404).body(containsString("没有该单位"));
    assertThat(office.text("select count(*) from silence")).isEqualTo("0");
  }

  @Test
  void everything_is_silent_only_if_somebody_says_so() {
    propose("legal", Map.of("everything", "")).statusCode(400).body(containsString("请至少选择一项"));
    propose("legal", Map.of("everything", "yes", "kind", "warning"))
        .statusCode(400)
        .body(containsString("二者不能同时选择"));
    propose("legal", Map.of("severity", "Grave")).statusCode(400);
    propose("legal", Map.of("rule", "no-such-rule")).statusCode(400);
    propose("legal", Map.of("list", "no-such-list")).statusCode(400);
    assertThat(office.text("select count(*) from silence")).isEqualTo("0");
  }

  @Test
  void stored_nonsense_is_shown_as_it_is_and_breaks_no_page() {
    propose("legal", Map.of()).statusCode(303);
    sql.update(
        "update silence set kind = 'nonsense', severity = 'Grave', rule = 'gone', list = 'lost'");

    as("legal")
        .get("/silences?state=waiting")
        .statusCode(200)
        .body(containsString("nonsense"), containsString("Grave"))
        .body(containsString("gone"), containsString("lost"));
  }

  @Test
  void only_those_who_may_see_the_page_and_only_those_who_may_ask() {
    as("officer").get("/silences").statusCode(403).body(containsString("<html"));
    as("officer").get("/").body(not(containsString("href=\"/settings\"")));
    as("legal").get("/").body(containsString("href=\"/settings\""));
    propose("auditor", Map.of()).statusCode(403);
    propose("officer", Map.of()).statusCode(403);
    as("legal").postFromElsewhere("/silences", fields(Map.of())).statusCode(403);
    as("legal").post("/silences/no-such/end", Map.of()).statusCode(404);
    assertThat(office.text("select count(*) from silence")).isEqualTo("0");
  }

  @Test
  void a_neighbour_sees_nothing_of_another_units_silence() {
    propose("legal", Map.of("unit", "D0102")).statusCode(303);
    var id = office.text("select id from silence");

    as("other").get("/silences").statusCode(200).body(not(containsString(id)));
    as("other").post("/silences/" + id + "/end", Map.of()).statusCode(404);
    propose("other", Map.of("unit", "D0102")).statusCode(404);
  }

  @Test
  void the_page_of_a_refusal_changes_its_language() {
    as("legal")
        .get("/silences/x/approve?lang=en")
        .statusCode(303)
        .header("Location", endsWith("/silences?lang=en"));
  }

  private LocalDateTime inHours(int hours) {
    return clock.instant().plus(Duration.ofHours(hours)).atZone(LEGAL).toLocalDateTime();
  }

  private ValidatableResponse propose(String username, Map<String, String> other) {
    return as(username).post("/silences", fields(other));
  }

  private Map<String, String> fields(Map<String, String> other) {
    Map<String, String> fields = new HashMap<>();
    fields.put("unit", "D0102");
    fields.put("reason", "系统切换");
    fields.put("until", inHours(24).truncatedTo(ChronoUnit.MINUTES).toString());
    fields.putAll(other);
    if (Stream.of("kind", "severity", "list", "rule", "caseId").noneMatch(other::containsKey)) {
      fields.putIfAbsent("everything", "yes");
    }
    return fields;
  }
}
