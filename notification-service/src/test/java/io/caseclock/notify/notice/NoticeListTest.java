package io.caseclock.notify.notice;

import static io.caseclock.notify.Office.as;
import static io.caseclock.notify.Office.breach;
import static io.caseclock.notify.Office.breachOf;
import static io.caseclock.notify.Office.changed;
import static io.caseclock.notify.Office.deadline;
import static io.caseclock.notify.Office.o1;
import static io.caseclock.notify.Office.s1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineSnapshot;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.Subject;
import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three notices of station D0102, issued one after the other; the first one is signed. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class NoticeListTest {

  private static final String LIST = "/api/v1/notices";

  @Inject Office office;
  private String first = "";

  @BeforeEach
  void issueThree() {
    office.open();
    office.hears(breachOf("D1"));
    first = office.text("select id from notice");
    office.hears(breachOf("D2"));
    office.hears(breachOf("D3"));
    o1().contentType("application/json").post(LIST + "/" + first + "/sign").then().statusCode(200);
  }

  /** The own deadline of a notice, due at the instant. */
  private static DeadlineSnapshot ofNotice(String notice, DeadlineStatus status, Instant dueAt) {
    var own =
        deadline(
            "N-" + notice, 1, status, "O1", new Subject("notice", notice), "notice", "escalate");
    return Office.inZone(own, ZoneId.of("Asia/Shanghai"), dueAt);
  }

  @Test
  void each_stage_lists_its_own_and_the_counts_agree() {
    s1().get(LIST + "?stage=unsigned").then().body("notices.state", hasSize(2));
    s1().get(LIST + "?stage=rectifying").then().body("notices.id", contains(first));
    s1().get(LIST + "?stage=rectifying&stage=unsigned").then().body("notices", hasSize(3));
    s1().get(LIST + "/counts")
        .then()
        .body("unsigned", equalTo(2))
        .body("rectifying", equalTo(1))
        .body("review", equalTo(0))
        .body("done", equalTo(0));
    as("L3", "D0103", "legal-officer").get(LIST + "/counts").then().body("unsigned", equalTo(0));
  }

  @Test
  void what_is_due_next_is_told_and_what_is_late_is_found() {
    s1().get(LIST + "?stage=unsigned").then().body("notices.deliveredAt", hasSize(2));
    s1().get(LIST + "?stage=rectifying").then().body("notices[0].next", nullValue());

    office.hears(changed(Change.OPENED, ofNotice(first, DeadlineStatus.RUNNING, Office.DUE)));

    s1().get(LIST + "?late=true")
        .then()
        .body("notices.id", contains(first))
        .body("notices[0].next.late", equalTo(true))
        .body("notices[0].next.dueAt", equalTo(Office.DUE.toString()));

    office.hears(changed(Change.MET, ofNotice(first, DeadlineStatus.MET, Office.DUE)));

    s1().get(LIST + "?late=true").then().body("notices", empty());
  }

  @Test
  void a_list_is_narrowed_by_every_part_of_the_filter() {
    var number = office.text("select number from notice where id = ?", first);
    s1().queryParam("text", number).get(LIST).then().body("notices.id", contains(first));
    s1().get(LIST + "?text=%25").then().body("notices", empty());
    s1().get(LIST + "?severity=serious").then().body("notices", hasSize(3));
    s1().get(LIST + "?severity=grave").then().body("notices", empty());
    s1().get(LIST + "?rule=incident-callback").then().body("notices", empty());
    s1().get(LIST + "?officer=O1&unit=D0102").then().body("notices", hasSize(3));
    s1().get(LIST + "?officer=O2").then().body("notices", empty());
    s1().get(LIST + "?unit=D0103").then().body("notices", empty());
    s1().get(LIST + "?issuer=D01").then().body("notices", hasSize(3));
    s1().get(LIST + "?issuer=D0102").then().body("notices", empty());
    s1().get(LIST + "?from=2026-01-01&to=2026-01-02").then().body("notices", empty());
    s1().get(LIST + "?from=2026-01-01").then().body("notices", hasSize(3));
  }

  @Test
  void the_pages_of_every_order_hold_each_notice_once() {
    office.hears(changed(Change.OPENED, ofNotice(first, DeadlineStatus.RUNNING, Office.DUE)));
    for (var order : NoticeOrder.words()) {
      List<String> seen = new ArrayList<>();
      String next = null;
      do {
        var request = s1().queryParam("sort", order).queryParam("limit", 1);
        var answer = (next == null ? request : request.queryParam("after", next)).get(LIST);
        seen.addAll(answer.path("notices.id"));
        next = answer.path("next");
      } while (next != null);
      assertThat(seen).as(order).hasSize(3).doesNotHaveDuplicates();
      if (order.equals("due")) {
        assertThat(seen.getFirst()).isEqualTo(first);
      }
    }
  }

  @Test
  void who_received_a_notice_reads_the_register_of_its_issuer_though_it_stands_beside() {
    office.hears(breach(deadline("D9", 1, DeadlineStatus.BREACHED, "O1")));
    office.texts("update notice set issuing_unit = 'D0103' where id = ? returning id", first);

    o1().get(LIST + "/register?issuer=D0103&year=2026").then().statusCode(200);
    o1().get(LIST + "?issuer=D0103").then().body("notices.id", contains(first));
    as("O3", "D0103", "officer")
        .get(LIST + "/register?issuer=D0102&year=2026")
        .then()
        .statusCode(400);
  }

  @Test
  void a_substitute_signs_and_the_history_names_who_was_away() {
    office.away("O1", "O2");
    var second = office.text("select id from notice where state = 'delivered' limit 1");

    as("O2", "D0102", "officer")
        .contentType("application/json")
        .post(LIST + "/" + second + "/sign")
        .then()
        .statusCode(200);

    s1().get(LIST + "/" + second)
        .then()
        .body("steps.find { it.step == 'signed' }.actingFor", equalTo("O1"))
        .body("steps.find { it.step == 'signed' }.officer", equalTo("O2"))
        .body("steps.find { it.step == 'issued' }.at", notNullValue());
  }
}
