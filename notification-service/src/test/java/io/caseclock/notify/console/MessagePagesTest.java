package io.caseclock.notify.console;

import static io.caseclock.notify.Office.breachOf;
import static io.caseclock.notify.Office.changed;
import static io.caseclock.notify.Office.deadline;
import static io.caseclock.notify.Office.warning;
import static io.caseclock.notify.console.Browsing.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class MessagePagesTest {

  @Inject Office office;
  @Inject Sql sql;

  private String mine = "";

  @BeforeEach
  void twoWarnings() {
    office.open();
    office.hears(
        warning(deadline("D1", 1, DeadlineStatus.RUNNING, "O1"), "before-P1D"),
        warning(deadline("D2", 1, DeadlineStatus.RUNNING, "O1"), "before-P1D"));
    mine = office.text("select id from inbox_entry where person = 'O1'");
  }

  @Test
  void all_letters_stand_on_the_page_with_the_reason_why_in_both_languages() {
    as("officer")
        .get("/messages/" + mine)
        .statusCode(200)
        .body(containsString("立案审查期限"), containsString("您是责任民警"))
        .body(containsString("2026年3月12日 24:00"), containsString("示例一所"))
        .body(containsString("D1:1:before-P1D"), containsString("D2:1:before-P1D"));
    as("officer")
        .get("/messages/" + mine + "?lang=en")
        .statusCode(200)
        .body(containsString("You are the responsible officer"))
        .body(not(containsString("您是责任民警")));
  }

  @Test
  void nobody_else_sees_it_whoever_that_is() {
    for (var other : new String[] {"neighbour", "legal", "chief"}) {
      as(other).get("/messages/" + mine).statusCode(404).body(containsString("<html"));
    }
    as("auditor").get("/messages/" + mine).statusCode(403).body(containsString("<html"));
    as("officer").get("/messages/no-such").statusCode(404);
    assertThat(read()).isEqualTo("0");
  }

  @Test
  void whoever_opens_it_has_read_it() {
    assertThat(read()).isEqualTo("0");
    as("officer").get("/messages/" + mine).statusCode(200);
    assertThat(read()).isEqualTo("1");
  }

  @Test
  void the_link_in_an_e_mail_shows_the_same_letters_and_marks_the_inbox() {
    alsoSent("O1", "email", "M-mail");

    as("neighbour").get("/messages/M-mail").statusCode(404);
    as("officer").get("/messages/M-mail").statusCode(200).body(containsString("D2:1:before-P1D"));

    assertThat(read()).isEqualTo("1");
  }

  @Test
  void the_link_in_a_groups_message_shows_to_each_what_was_told_to_that_person() {
    alsoSent("group:watch", "watch", "M-group");

    as("neighbour").get("/messages/M-group").statusCode(404);
    as("officer").get("/messages/M-group").statusCode(200).body(containsString("D1:1:before-P1D"));
  }

  @Test
  void what_no_longer_holds_says_why() {
    office.hears(changed(Change.MET, deadline("D1", 1, DeadlineStatus.MET, "O1")));

    as("officer")
        .get("/messages/" + mine)
        .body(containsString("told superseded"), containsString("已按期完成"));
  }

  @Test
  void a_breach_leads_to_its_escalation() {
    office.hears(breachOf("D3"));
    var breach =
        office.text(
            "select delivery_id from message_recipient where message_id = 'D3:1:breach' and"
                + " recipient = 'O1'");

    as("officer")
        .get("/messages/" + breach)
        .body(containsString("href=\"/breaches/D3%3A1%3Abreach\""));
  }

  @Test
  void whoever_watches_may_silence_the_rule_of_a_warning() {
    alsoSent("L9", "email", "M-watch");

    as("legal")
        .get("/messages/M-watch")
        .body(containsString("href=\"/silences?kind=warning&amp;rule="));
    as("officer").get("/messages/" + mine).body(not(containsString("/silences")));
  }

  @Test
  void a_long_message_has_pages() {
    sql.update(
        """
        insert into message select 'x:' || n, kind, unit, officer, 'x' || n, notice_id, case_id,
          subject, rule, list, source, title_zh, title_en, text_zh, text_en, severity, stage, due_at,
          at from message, generate_series(1, 60) n where id = 'D1:1:before-P1D'
        """);
    sql.update(
        """
        insert into message_recipient (message_id, recipient, channel, unit, why, critical, digest, fallback,
          queued_at, state, reason, delivery_id)
        select 'x:' || n, 'O1', 'in-app', 'D0102', 'responsible-officer', false, false, '{}',
          queued_at, 'sent', 'sent', ? from message_recipient, generate_series(1, 60) n
        where message_id = 'D1:1:before-P1D' and recipient = 'O1'
        """,
        mine);

    as("officer")
        .get("/messages/" + mine)
        .body(containsString("href=\"/messages/" + mine + "?after=50\""));
    as("officer")
        .get("/messages/" + mine + "?after=50")
        .statusCode(200)
        .body(containsString("上一页"), not(containsString("下一页")));
    as("officer").get("/messages/" + mine + "?after=500").statusCode(404);
    as("officer").get("/messages/" + mine + "?after=x").statusCode(404);
    as("officer").get("/messages/" + mine + "?after=-1").statusCode(404);
  }

  @Test
  void a_warning_is_judged_right_or_wrong_with_a_plain_form() {
    var letter = "D1:1:before-P1D";
    judge("officer", Map.of("letter", letter, "right", "no", "cause", "wrong-data", "text", "<b>"))
        .statusCode(303)
        .header("Location", endsWith("/messages/" + mine));
    as("officer").get("/messages/" + mine).body(containsString("您已反馈：不准确（录入的数据有误）"));
    judge("officer", Map.of("letter", letter, "right", "yes")).statusCode(303);
    as("officer").get("/messages/" + mine).body(containsString("您已反馈：准确"));

    judge("officer", Map.of("letter", letter, "right", "no"))
        .statusCode(400)
        .body(containsString("请选择不准确的原因"));
    judge("officer", Map.of("letter", "D9:1:breach", "right", "yes")).statusCode(404);
    judge("neighbour", Map.of("letter", letter, "right", "yes")).statusCode(404);
    as("officer")
        .postFromElsewhere("/messages/" + mine + "/feedback", Map.of("letter", letter))
        .statusCode(403);
    assertThat(office.text("select count(*) from feedback")).isEqualTo("1");
  }

  @Test
  void on_the_first_page_a_message_of_several_letters_names_the_first_of_them() {
    as("officer")
        .get("/")
        .body(containsString("2 条消息"), containsString("href=\"/messages/" + mine + "\""));
    office.hears(changed(Change.MET, deadline("D1", 1, DeadlineStatus.MET, "O1")));
    as("officer").get("/").body(containsString("class=\"superseded\""), containsString("已按期完成"));
  }

  private ValidatableResponse judge(String username, Map<String, String> fields) {
    return as(username).post("/messages/" + mine + "/feedback", fields);
  }

  private String read() {
    return office.text("select count(*) from inbox_entry where read_at is not null");
  }

  private void alsoSent(String addressee, String channel, String message) {
    sql.update(
        """
        insert into message_recipient (message_id, recipient, channel, unit, why, critical, digest, fallback,
          queued_at, state, reason, delivery_id)
        select message_id, ?, ?, unit, why, critical, digest, fallback, queued_at, state, reason, ?
        from message_recipient where delivery_id = ?
        """,
        addressee,
        channel,
        message,
        mine);
  }
}
