package io.caseclock.notify.console;

import static io.caseclock.notify.Office.breachOf;
import static io.caseclock.notify.Office.changed;
import static io.caseclock.notify.Office.deadline;
import static io.caseclock.notify.console.Browsing.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.Subject;
import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The picture of a notice's way, and what two who act at once see. */
@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class NoticeWayTest {

  @Inject Office office;
  private String id = "";

  @BeforeEach
  void oneNotice() {
    office.open();
    office.hears(breachOf("D1"));
    id = office.text("select id from notice");
  }

  @Test
  void the_next_step_is_marked_and_a_late_one_says_so() {
    as("officer")
        .get("/notices/" + id)
        .body(containsString("办理进程"), containsString("下一步"), not(containsString("已逾期")))
        .body(containsString("/cases/A1"));

    var own =
        deadline(
            "N1",
            1,
            DeadlineStatus.BREACHED,
            "O1",
            new Subject("notice", id),
            "notice",
            "escalate");
    office.hears(changed(Change.OPENED, own));

    as("officer")
        .get("/notices/" + id)
        .body(containsString("已逾期"), containsString("2026年3月12日 24:00"));
    as("officer").get("/notices/" + id + "?lang=en").body(containsString("overdue"));
  }

  @Test
  void the_later_of_two_sees_that_it_changed_where_it_stands_and_what_was_typed() {
    as("officer").post("/notices/" + id + "/sign", Map.of("version", "2")).statusCode(303);

    as("officer")
        .post("/notices/" + id + "/object", Map.of("version", "2", "text", "材料 <i>齐全</i>"))
        .statusCode(412)
        .body(containsString("通知书的状态已变化"), containsString("现在的状态：已签收"))
        .body(containsString("虚构O1"), containsString("材料 &lt;i&gt;齐全"));
    as("officer")
        .post("/notices/" + id + "/sign", Map.of("version", "3"))
        .statusCode(409)
        .body(containsString("现在的状态：已签收"));
  }

  @Test
  void whoever_did_something_a_moment_ago_is_told_so() {
    as("officer").get("/notices/" + id).body(not(containsString("已办理")));

    as("officer").post("/notices/" + id + "/sign", Map.of("version", "2")).statusCode(303);

    as("officer").get("/notices/" + id).body(containsString("role=\"status\">已办理：签收。"));
    as("officer").get("/notices/" + id + "?lang=en").body(containsString("Done: "));
    as("legal").get("/notices/" + id).body(not(containsString("已办理")));
  }

  @Test
  void a_refusal_stands_at_the_field_that_is_at_fault() {
    as("officer").post("/notices/" + id + "/sign", Map.of("version", "2")).statusCode(303);

    as("officer")
        .post("/notices/" + id + "/rectify", Map.of("version", "3", "text", "   "))
        .statusCode(400)
        .body(containsString("aria-describedby=\"text-rectify-fault\""))
        .body(containsString("id=\"text-rectify-fault\">请填写"))
        .body(not(containsString("text-object-fault")));
    as("officer")
        .post("/notices/" + id + "/plan", Map.of("version", "3", "on", "2020-01-01"))
        .statusCode(422)
        .body(containsString("id=\"on-plan-fault\""), not(containsString("text-plan-fault")));
    as("officer")
        .post("/notices/" + id + "/plan", Map.of("version", "3"))
        .statusCode(400)
        .body(containsString("id=\"on-plan-fault\">请填写日期"));
  }

  @Test
  void a_substitute_has_the_forms_and_is_named_with_who_was_away() {
    office.hears(changed(Change.MET_LATE, deadline("D1", 1, DeadlineStatus.MET_LATE, "O1")));
    office.away("O1", "L9");
    as("legal").get("/notices/" + id).body(containsString("/sign\""));

    as("legal").post("/notices/" + id + "/sign", Map.of("version", "2")).statusCode(303);

    as("chief").get("/notices/" + id).body(containsString("虚构L9（代虚构O1）"));
    as("chief").get("/notices/" + id + "?lang=en").body(containsString("虚构L9 (for 虚构O1)"));
  }
}
