package io.caseclock.notify.console;

import static io.caseclock.notify.console.Browsing.as;
import static io.caseclock.notify.console.LawPagesTest.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.Office;
import io.caseclock.notify.bulletin.InventedNumbers;
import io.caseclock.notify.bulletin.kafka.PeriodNumbersConsumer;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.wire.PeriodNumbersWire;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class SupervisionPagesTest {

  private static final String LIST = "/api/v1/lists/case-closing";

  @Inject Office office;
  @Inject Sql sql;
  @Inject PeriodNumbersConsumer consumer;

  @BeforeEach
  void open() {
    office.open();
    FakeMonitor.isAway();
    sql.update("truncate bulletin, bulletin_counter, bulletin_paper cascade");
  }

  @Test
  void each_list_stands_with_its_numbers_and_ways_on() {
    FakeMonitor.tells("/api/v1/lists", answer("lists"));

    as("chief")
        .get("/lists?unit=")
        .statusCode(200)
        .body(containsString("案件结案"), containsString("href=\"/lists/case-closing?unit="))
        .body(containsString("/lists/capability/officers?unit="), containsString(">17<"));
  }

  @Test
  void the_rows_of_a_list_lead_to_cases_and_rules() {
    FakeMonitor.tells(LIST, answer("list"));
    FakeMonitor.tells(LIST + "/meetings", answer("meetings"));

    as("chief")
        .get("/lists/case-closing")
        .statusCode(200)
        .body(containsString("href=\"/cases/A990001\""), containsString("已超期·特急"))
        .body(containsString("href=\"/rules/public-security-case-handling\""))
        .body(containsString("已计 45 天"), containsString(" 24:00"))
        .body(containsString("href=\"/notices/N1\""), containsString("案卷缺页&lt;b&gt;"))
        .body(containsString("/lists/case-closing/meetings/2026-03-02?unit="));
    assertThat(FakeMonitor.questions()).contains("GET /api/v1/lists/case-closing?limit=50");
  }

  @Test
  void a_list_that_is_unknown_is_no_page() {
    FakeMonitor.refuses(LIST, 404, "not-found");

    as("chief").get("/lists/case-closing").statusCode(404);
  }

  @Test
  void a_meeting_tells_what_became_of_each_row_and_prints_whole() {
    FakeMonitor.tells(LIST + "/meetings/2026-03-02", answer("meeting"));

    as("chief")
        .get("/lists/case-closing/meetings/2026-03-02?whole=true")
        .statusCode(200)
        .body(containsString("案件结案：2026-03-02 例会"), containsString("已整改"))
        .body(containsString("与 2026-02-23 例会相比"), containsString("补制"))
        .body(containsString("abcdef0123456789"), containsString("另有 3 行已计数但未列出"));
    assertThat(FakeMonitor.questions())
        .contains("GET /api/v1/lists/case-closing/meetings/2026-03-02?limit=500");
  }

  @Test
  void officers_stand_beside_their_load_and_are_not_shown_to_officers() {
    FakeMonitor.tells("/api/v1/lists/capability/officers", answer("officers"));

    as("chief")
        .get("/lists/capability/officers")
        .statusCode(200)
        .body(containsString("40.0%"), containsString("4 / 10"), containsString("区间 16.8%–68.7%"))
        .body(containsString("到期不足 5 项"), containsString("培训：案卷制作与归档"));
    as("officer").get("/lists/capability/officers").statusCode(403);
  }

  @Test
  void units_stand_by_points_line_by_line() {
    FakeMonitor.tells("/api/v1/standing", answer("standing"));

    as("chief")
        .get("/standing?month=2026-03")
        .statusCode(200)
        .body(containsString("第 1 名（共 2 个）"), containsString("▲ 上升 1.50 分"))
        .body(containsString("已到上限"), containsString("到期不足 5 件"))
        .body(containsString("month=2026-02"), containsString("data-chart="))
        .body(
            containsString(
                "/deadlines?unit=D0101&amp;dueOnFrom=2026-03-01&amp;dueOnTo=2026-03-31"
                    + "&amp;status=breached&amp;status=met-late"))
        .body(containsString("/indicators/custody-kept-in-time?unit=D0101"));
    as("officer").get("/standing").statusCode(403);
  }

  @Test
  void a_unit_whose_points_did_not_change_is_none_that_was_not_judged_before() {
    var unchanged =
        answer("standing")
            .replace("\"movement\": 1.50", "\"movement\": 0.00")
            .replace("\"number\": 2, \"of\": 3", "\"number\": 0, \"of\": 0");
    FakeMonitor.tells("/api/v1/standing", unchanged);

    as("chief")
        .get("/standing?month=2026-03")
        .statusCode(200)
        .body(containsString(">不变</td>"), containsString(">上月未评</td>"))
        .body(containsString(">0 / 0</td>"));
    as("chief")
        .get("/standing?month=2026-03&lang=en")
        .body(containsString(">unchanged</td>"), containsString(">not judged then</td>"));
  }

  @Test
  void a_month_that_cannot_be_shown_says_so() {
    FakeMonitor.refuses("/api/v1/standing", 400, "malformed-request");

    as("chief").get("/standing?month=9999-01").statusCode(400).body(containsString("月份有误"));
  }

  @Test
  void the_archive_finds_a_bulletin_and_offers_the_latest_as_a_file() {
    issued(LocalDate.parse("2026-03-02"));
    issued(LocalDate.parse("2026-03-03"));
    var id = office.text("select id from bulletin where serial = 1");

    as("chief")
        .get("/bulletins?kind=&unit=&number=%E7%AC%AC1%E6%9C%9F&from=&to=")
        .statusCode(200)
        .body(containsString("最近一期日报 PDF（2026年3月3日）"))
        .body(containsString("href=\"/bulletins/" + id + "\""), not(containsString("第2期")));
    as("chief").get("/bulletins?from=2026-03-03").body(not(containsString("/bulletins/" + id)));
    as("chief").get("/bulletins?number=abc").statusCode(400).body(containsString("期号须为数字"));
  }

  @Test
  void a_bulletin_is_read_in_the_page_with_what_became_known_since() {
    issued(LocalDate.parse("2026-03-02"));
    var id = office.text("select id from bulletin");
    FakeMonitor.tells("/api/v1/statistics/corrections", answer("corrections"));

    as("chief")
        .get("/bulletins/" + id)
        .statusCode(200)
        .body(containsString("虚构通报 第1期"), containsString("href=\"/cases/A990007\""));
    as("chief")
        .get("/bulletins/" + id + "/xlsx")
        .statusCode(200)
        .header(
            "Content-Disposition",
            equalTo("attachment; filename=\"bulletin-daily-D01-2026-03-02.xlsx\""));
    FakeMonitor.isAway();
    as("chief").get("/bulletins/" + id).statusCode(200).body(containsString("暂时没有应答"));
    as("chief").get("/bulletins/none").statusCode(404);
  }

  private void issued(LocalDate day) {
    var told = PeriodNumbersWire.write(InventedNumbers.day("D01", day));
    consumer.take(List.of(Office.consumed(told)));
    office.settle();
  }
}
