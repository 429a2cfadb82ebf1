package io.caseclock.notify.console;

import static io.caseclock.notify.Office.breachOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.caseclock.notify.Office;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of case A1, about which one notice was issued, and the search that leads to it. */
@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class CasePagesTest {

  private static final String API = "/api/v1/cases/A1";
  private static final String DEADLINE = "2f1e0f7e-0c2d-3d4c-8a2e-1d3f5a7b9c01";

  static final String TIMELINE =
      """
      {"caseId":"A1","zone":"Asia/Shanghai","at":"2026-03-13T04:00:00Z","whole":true,
       "unit":"D0102","officer":"O1","since":null,"openedAt":"2026-03-02T02:00:00Z",
       "state":"breached","statuses":{"breached":1,"met":1},"unverified":null,
       "contradictions":[],"events":2,"groupedBy":"day",
       "groups":[{"from":"2026-03-02","first":"2026-03-02T02:00:00Z","last":"2026-03-02T02:00:00Z",
         "events":1,"kinds":[{"kind":"start","names":{"zh":"起算","en":"starts"},"events":1}],
         "names":[{"zh":"立案","en":"Case filed"}],"more":false,
         "late":1,"withdrawn":0,"withoutEffect":0}],
       "findings":[{"id":"f","subject":"case/A1","cause":"recorded",
         "names":{"zh":"人工记录的问题","en":"recorded"},"text":{"zh":"<b>虚构</b>","en":"x"},
         "provision":null,"raisedAt":"2026-03-03T02:00:00Z","endedAt":null,"endedAs":null,
         "noticeId":null}],"moreFindings":false,
       "deadlines":[
         {"id":"%1$s","rule":"filing-review","names":{"zh":"立案审查期限","en":"Filing review"},
          "subject":"case/A1","subjectNames":{"zh":"案件 A1","en":"case A1"},"severity":"serious",
          "statutory":true,"unit":"D0102","officer":"O1","zone":"Asia/Shanghai",
          "basis":"虚构法 第一条","startedAt":"2026-03-02T02:00:00Z","dueAt":"2026-03-12T16:00:00Z",
          "dueOn":"2026-03-12","status":"breached","late":true,"lateData":false,
          "provisional":false,"endedAt":null,"firstDueAt":"2026-03-09T16:00:00Z",
          "extensions":[{"at":"2026-03-05T02:00:00Z","dueBefore":"2026-03-09T16:00:00Z",
            "dueAfter":"2026-03-12T16:00:00Z"}],
          "leftOut":[{"names":{"zh":"鉴定","en":"Appraisal"},"from":"2026-03-04T16:00:00Z",
            "to":"2026-03-06T16:00:00Z"}],
          "alternative":{"dueAt":"2026-03-13T16:00:00Z","dueOn":"2026-03-13","basis":"虚构"},
          "computed":true}],
       "next":null}
      """
          .formatted(DEADLINE);

  private static final String EVENTS =
      """
      {"caseId":"A1","events":[
        {"source":"urn:x","id":"1","type":"case-filed","names":{"zh":"立案","en":"Case filed"},
         "kind":"start","kindNames":{"zh":"起算","en":"starts"},"subject":"case/A1",
         "subjectNames":{"zh":"案件 A1","en":"case A1"},"unit":"D0102","officer":"O1",
         "at":"2026-03-02T02:00:00Z","acceptedAt":"2026-03-06T02:00:00Z","enteredAfter":"PT96H",
         "late":true,"history":false,
         "withdrawn":{"at":"2026-03-07T02:00:00Z","reason":"虚构的撤回理由"},
         "withoutEffect":false,
         "effects":[{"deadlineId":"%1$s","rule":"filing-review",
           "names":{"zh":"立案审查期限","en":"Filing review"},"change":"opened"}],
         "furtherEffects":0,"noEffect":[]},
        {"source":"urn:x","id":"2","type":"odd","names":{"zh":"怪事","en":"Odd"},
         "kind":"other","kindNames":{"zh":"其他","en":"other"},"subject":"person/P-7",
         "subjectNames":{"zh":"人员 P-7","en":"person P-7"},"unit":"D0103","officer":null,
         "at":"2026-03-03T02:00:00Z","acceptedAt":"2026-03-03T02:00:00Z","enteredAfter":"PT0S",
         "late":false,"history":false,"withdrawn":null,"withoutEffect":true,"effects":[],
         "furtherEffects":0,
         "noEffect":[{"reason":"no-rule-listens","rules":[],"detail":"",
           "text":{"zh":"没有规则适用于该类事件","en":"no rule listens to its type"}}]}],
       "next":"abc"}
      """
          .formatted(DEADLINE);

  private static final String TENURES =
      """
      {"caseId":"A1","tenures":[{"unit":"D0102","officer":"O1","from":"2026-03-02T02:00:00Z",
        "until":null,"reason":null,"knownFrom":"2026-03-02T02:00:00Z"}]}
      """;

  private static final String EXPLANATION =
      """
      {"deadline":{"id":"%1$s","caseId":"A1","rule":"filing-review","ruleVersion":"2026",
        "names":{"zh":"立案审查期限","en":"Filing review"},"subject":"case/A1","statutory":true,
        "status":"breached","dueAt":"2026-03-12T16:00:00Z","dueOn":"2026-03-12",
        "alternativeOn":"2026-03-13","provisional":false},
       "reproduced":true,"unverified":null,
       "trace":[{"kind":"start","zh":"自立案起","en":"from the filing","provision":"虚构法 第一条",
         "before":null,"after":"2026-03-02 10:00"},
        {"kind":"alternative","zh":"另一种理解","en":"the other reading","provision":"虚构解释",
         "before":null,"after":"2026-03-13"}],
       "days":[{"date":"2026-03-02","mark":"start","number":null,"reason":null,"last":false}]}
      """
          .formatted(DEADLINE);

  @Inject Office office;

  @BeforeEach
  void aCaseWithANotice() {
    office.open();
    office.hears(breachOf("D1"));
    FakeMonitor.isAway();
  }

  static void theMonitorTells() {
    FakeMonitor.tells(API + "/level", "{\"caseId\":\"A1\",\"level\":\"ordinary\"}");
    FakeMonitor.tells(API + "/timeline", TIMELINE);
    FakeMonitor.tells(API + "/events", EVENTS);
    FakeMonitor.tells(API + "/tenures", TENURES);
  }

  @Test
  void the_page_shows_the_picture_the_deadlines_and_what_happened() {
    theMonitorTells();

    var page = Browsing.as("officer").get("/cases/A1").statusCode(200).extract().asString();

    assertThat(page)
        .contains("<svg class=\"time-picture\"", "role=\"img\"", "案件 A1 的时间图", "可左右滑动")
        .containsPattern("<svg class=\"time-picture time-labels\"[^>]*>.*立案审查期限</text>")
        .contains("立案审查期限", "超期未办结", "2026年3月12日 24:00", "虚构法 第一条", "按另一种理解为 2026年3月13日")
        .contains("不计入", "鉴定", "延长至")
        .contains("迟录 4 天", "已撤回", "虚构的撤回理由", "未生效", "没有规则适用于该类事件", "人员 P-7")
        .contains("/cases/A1?events=abc#events")
        .contains("/rules/filing-review", "/cases/A1/explanations/" + DEADLINE)
        .contains("&lt;b&gt;虚构&lt;/b&gt;")
        .doesNotContain("style=");
  }

  @Test
  void the_same_page_speaks_english() {
    theMonitorTells();

    Browsing.as("chief")
        .get("/cases/A1?lang=en")
        .statusCode(200)
        .body(containsString("Case A1"), containsString("Filing review"))
        .body(containsString("Entered late, by 4 days"), not(containsString("迟录")));
  }

  @Test
  void notices_and_messages_of_the_case_are_shown_while_the_monitor_is_away() {
    var number = office.text("select number from notice");

    Browsing.as("officer")
        .get("/cases/A1")
        .statusCode(200)
        .body(containsString("is-away"), containsString(number), containsString("发给我的消息"));
  }

  @Test
  void who_was_told_is_shown_to_those_who_see_deliveries() {
    Browsing.as("admin").get("/cases/A1").statusCode(200).body(containsString("通知了谁"));
    Browsing.as("chief").get("/cases/A1").statusCode(200).body(not(containsString("通知了谁")));
  }

  @Test
  void a_neighbour_sees_no_notice_of_another_unit() {
    var number = office.text("select number from notice");

    Browsing.as("neighbour").get("/cases/A1").statusCode(200).body(not(containsString(number)));
  }

  @Test
  void a_case_that_is_not_visible_is_a_page_that_says_so() {
    FakeMonitor.refuses(API + "/timeline", 404, "not-found");

    Browsing.as("officer")
        .get("/cases/A1")
        .statusCode(404)
        .body(containsString("没有案件 A1"), containsString("/search"));
  }

  @Test
  void a_case_of_very_many_pauses_and_hands_has_a_small_page() {
    var pause =
        "{\"names\":{\"zh\":\"鉴定\",\"en\":\"Appraisal\"},\"from\":\"2026-03-04T%1$02d:%2$02d:00Z\","
            + "\"to\":\"2026-03-04T%1$02d:%2$02d:30Z\"}";
    var hand =
        "{\"unit\":\"D0102\",\"officer\":\"O1\",\"from\":\"2026-03-04T%1$02d:%2$02d:00Z\","
            + "\"until\":null,\"reason\":\"虚构%1$02d%2$02d\","
            + "\"knownFrom\":\"2026-03-04T00:00:00Z\"}";
    theMonitorTells();
    FakeMonitor.tells(
        API + "/timeline",
        TIMELINE.replaceFirst("\"leftOut\":\\[", "\"leftOut\":[" + many(pause) + ","));
    FakeMonitor.tells(API + "/tenures", "{\"caseId\":\"A1\",\"tenures\":[" + many(hand) + "]}");

    var page = Browsing.as("chief").get("/cases/A1").statusCode(200).extract().asString();
    assertThat(page.length()).isLessThan(100_000);
    assertThat(page)
        .contains("此前另有 498 段，见计算过程", "显示全部（此前另有 480 段）", "虚构0819")
        .doesNotContain("虚构0000");
    Browsing.as("chief")
        .get("/cases/A1?tenures=all")
        .statusCode(200)
        .body(containsString("虚构0000"), not(containsString("显示全部")));
  }

  private static String many(String form) {
    return IntStream.range(0, 500)
        .mapToObj(i -> form.formatted(i / 60, i % 60))
        .collect(Collectors.joining(","));
  }

  @Test
  void a_past_day_is_asked_for_to_its_last_instant() {
    theMonitorTells();

    Browsing.as("officer")
        .get("/cases/A1?asOf=2026-03-05&knownAt=2026-03-06")
        .statusCode(200)
        .body(containsString("所示为过去的情况"), not(containsString("/explanations/")));
    assertThat(FakeMonitor.questions())
        .anyMatch(
            line ->
                line.contains("asOf=2026-03-05T15%3A59%3A59.999999Z")
                    && line.contains("knownAt=2026-03-06T15%3A59%3A59.999999Z"));
  }

  @Test
  void a_case_whose_contents_were_deleted_says_so_and_since_when() {
    theMonitorTells();
    FakeMonitor.tells(
        API + "/timeline",
        TIMELINE.replace(
            "\"unverified\":null",
            "\"unverified\":null,\"contentsDeletedAt\":\"2026-11-02T02:00:00Z\""));
    FakeMonitor.refuses(API + "/tenures", 410, "contents-deleted");

    Browsing.as("officer")
        .get("/cases/A1")
        .statusCode(200)
        .body(containsString("已于 2026年11月2日 10:00 删除"), containsString("已经删除，不能再据以说明"));
    Browsing.as("officer")
        .get("/cases/A1?lang=en")
        .body(containsString("kept long enough. Its deadlines and all numbers stay"));
  }

  @Test
  void an_explanation_that_cannot_be_given_any_more_says_why() {
    FakeMonitor.refuses("/api/v1/deadlines/" + DEADLINE + "/explanation", 410, "contents-deleted");

    Browsing.as("officer")
        .get("/cases/A1/explanations/" + DEADLINE)
        .statusCode(200)
        .body(containsString("内容保存期满，已经删除"));
  }

  @Test
  void the_explanation_is_a_page_and_for_scripts_a_piece_of_one() {
    FakeMonitor.tells("/api/v1/deadlines/" + DEADLINE + "/explanation", EXPLANATION);

    Browsing.as("officer")
        .get("/cases/A1/explanations/" + DEADLINE)
        .statusCode(200)
        .body(containsString("<html"), containsString("自立案起"), containsString("另一种理解"))
        .body(containsString("虚构解释"), containsString("逐日计算"), containsString("起算日"));
    Browsing.as("officer").get("/cases/A2/explanations/" + DEADLINE).statusCode(404);
  }

  @Test
  void a_search_shows_what_was_found_in_groups() {
    FakeMonitor.tells(
        "/api/v1/search",
        """
        {"q":"A99","cases":{"hits":[{"caseId":"A990001","unit":"D0102","open":3,"breached":2}],
          "more":true},
         "subjects":{"hits":[{"subject":"person/P-7","names":{"zh":"人员 P-7","en":"person P-7"},
           "caseId":"A990002","unit":"D0102"}],"more":false},
         "officers":{"hits":[{"id":"O1","name":"虚构O1","unit":"D0102"}],"more":false}}
        """);

    Browsing.as("chief")
        .get("/search?q=A99")
        .statusCode(200)
        .body(containsString("/cases/A990001"), containsString("超期 2 项"))
        .body(containsString("人员 P-7"), containsString("/deadlines?officer=O1"))
        .body(containsString("/directory/officers/O1"), containsString("还有更多"));
    Browsing.as("chief")
        .get("/search/suggest?q=A99")
        .statusCode(200)
        .body(
            containsString("<ul"), not(containsString("<html")), containsString("/cases/A990001"));
  }

  @Test
  void a_whole_number_leads_to_the_case_or_the_notice_that_it_names() {
    FakeMonitor.tells(
        "/api/v1/search",
        """
        {"q":"A990001","cases":{"hits":[{"caseId":"A990001","unit":"D0102","open":0,"breached":0},
          {"caseId":"A9900011","unit":"D0102","open":0,"breached":0}],"more":false},
         "subjects":{"hits":[],"more":false},"officers":{"hits":[],"more":false}}
        """);
    assertThat(
            Browsing.as("chief")
                .get("/search?q=a990001")
                .statusCode(303)
                .extract()
                .header("Location"))
        .endsWith("/cases/A990001");

    FakeMonitor.isAway();
    var number = office.text("select number from notice");
    var id = office.text("select id from notice");
    assertThat(
            Browsing.as("chief")
                .get("/search?q=" + Links.segment(number))
                .statusCode(303)
                .extract()
                .header("Location"))
        .endsWith("/notices/" + id);
  }

  @Test
  void a_rule_is_found_by_its_name_also_while_the_monitor_is_away() {
    Browsing.as("chief")
        .get("/search?q=" + Links.segment("立案"))
        .statusCode(200)
        .body(containsString("is-away"), containsString("/rules/"));
  }

  @Test
  void a_unit_is_found_by_its_name_within_the_visitors_own_and_leads_to_its_page() {
    FakeMonitor.tells(
        "/api/v1/search",
        """
        {"q":"示例一","cases":{"hits":[],"more":false},"subjects":{"hits":[],"more":false},
         "officers":{"hits":[],"more":false}}
        """);

    Browsing.as("chief")
        .get("/search?q=" + Links.segment("示例一"))
        .statusCode(200)
        .body(containsString("/directory/units/D0102"), containsString("/deadlines?unit=D0102"));
    Browsing.as("chief")
        .get("/search/suggest?q=" + Links.segment("示例一"))
        .body(containsString("/directory/units/D0102"), containsString("单位"));
    Browsing.as("officer")
        .get("/search?q=" + Links.segment("示例一"))
        .body(containsString("/deadlines?unit=D0102"), not(containsString("/directory/")));
    Browsing.as("neighbour")
        .get("/search?q=" + Links.segment("示例一"))
        .body(not(containsString("D0102")));
  }

  @Test
  void what_is_too_short_or_too_long_is_not_searched() {
    Browsing.as("chief").get("/search?q=A").statusCode(200).body(containsString("至少两个"));
    Browsing.as("chief").get("/search").statusCode(200).body(containsString("搜索"));
    Browsing.as("chief").get("/search?q=" + "a".repeat(101)).statusCode(400);
    assertThat(FakeMonitor.questions()).noneMatch(line -> line.contains("/api/v1/search"));
  }
}
