package io.caseclock.notify.console;

import static io.caseclock.notify.console.Browsing.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class LawPagesTest {

  private static final String RULES = "/api/v1/rules";
  private static final String HANDLING = "/public-security-case-handling";

  @Inject Office office;

  @BeforeEach
  void open() {
    office.open();
    FakeMonitor.isAway();
  }

  @Test
  void rules_are_found_list_by_list_with_their_provision() {
    FakeMonitor.tells(RULES, answer("rules"));

    as("chief")
        .get("/rules?q=%E6%B2%BB%E5%AE%89&element=&list=&statutory=&confidence=")
        .statusCode(200)
        .body(containsString("共 61 条规则"), containsString("href=\"/rules" + HANDLING + "\""))
        .body(containsString("《治安管理处罚法》第一百一十八条"), containsString("30 日内"))
        .body(containsString("询问查证&lt;时间&gt;"), containsString("未核对原文"))
        .body(containsString("after=inquiry-24h"));

    assertThat(FakeMonitor.questions())
        .containsExactly("GET /api/v1/rules?q=%E6%B2%BB%E5%AE%89&order=list&limit=60");
  }

  @Test
  void one_rule_tells_its_provision_versions_and_examples() {
    FakeMonitor.tells(RULES + HANDLING, answer("rule"));

    as("chief")
        .get("/rules" + HANDLING)
        .statusCode(200)
        .body(containsString("自立案之日起不得超过三十日"), containsString("1 个月加 5 个工作日内"))
        .body(containsString("版本 2013"), containsString("2013年1月1日 至 2025年12月31日"))
        .body(containsString("累计不超过 90 日"), containsString("5 个工作日、2 小时"))
        .body(containsString("2026年4月1日（星期三）"), containsString("本单位管辖"))
        .body(containsString("href=\"/calculator?rule=public-security-case-handling\""))
        .body(containsString("href=\"/indicators/closed-in-time\""));
    as("chief")
        .get("/rules" + HANDLING + "?lang=en")
        .body(
            containsString("within 1 month and 5 working days"), containsString("Thirty days on."));
  }

  @Test
  void a_rule_that_is_unknown_is_no_page() {
    FakeMonitor.refuses(RULES + "/gone", 404, "not-found");

    as("chief").get("/rules/gone").statusCode(404);
  }

  @Test
  void the_rule_book_says_that_the_monitor_is_away() {
    as("chief").get("/rules").statusCode(200).body(containsString("监测服务暂时没有应答"));
    as("chief").get("/rules" + HANDLING).statusCode(200).body(containsString("监测服务暂时没有应答"));
    as("chief").get("/calculator").statusCode(200).body(containsString("监测服务暂时没有应答"));
  }

  @Test
  void whose_duty_a_rule_sets_is_told_by_the_word_of_the_rule_where_there_is_no_other() {
    FakeMonitor.tells(RULES + HANDLING, of("procuratorate"));
    as("chief").get("/rules" + HANDLING).statusCode(200).body(containsString("人民检察院"));

    FakeMonitor.tells(RULES + HANDLING, of("customs<b>"));
    as("chief").get("/rules" + HANDLING).body(containsString("其他主体（customs&lt;b&gt;）"));
    as("chief")
        .get("/rules" + HANDLING + "?lang=en")
        .body(containsString("Another organ (customs&lt;b&gt;)"));
  }

  private static String of(String duty) {
    return answer("rule").replace("\"duty\": \"authority\"", "\"duty\": \"" + duty + "\"");
  }

  @Test
  void the_calculator_tells_the_day_why_and_under_each_version() {
    FakeMonitor.tells(RULES + HANDLING, answer("rule"));
    FakeMonitor.tells(RULES + HANDLING + "/computation", answer("computation"));

    as("chief")
        .get(
            "/calculator?rule=public-security-case-handling&start=2026-03-02T10:00"
                + "&pauseFrom=2026-03-10T08:00&pauseTo=&pauseBy=appraisal-commissioned"
                + "&pauseFrom=&pauseTo=&pauseBy=appraisal-commissioned"
                + "&addsNumber=30&addsUnit=D&approvedAt=2026-03-20T08:00&level=&custody=true")
        .statusCode(200)
        .body(containsString("2026年4月1日（星期三）"), containsString("适用版本 2026"))
        .body(containsString("暂定"), containsString("2026年4月2日（星期四）"))
        .body(containsString("假定适用"), containsString("自“立案”（2026-03-02 10:00）起算"))
        .body(containsString("data-copy=\"http"))
        .body(containsString("pause=2026-03-10T08%3A00%2F..%2Fappraisal-commissioned"));

    assertThat(FakeMonitor.questions())
        .contains(
            "GET /api/v1/rules/public-security-case-handling/computation?start=2026-03-02T10%3A00"
                + "&pause=2026-03-10T08%3A00%2F..%2Fappraisal-commissioned"
                + "&extension=P30D%2F2026-03-20T08%3A00&fact=custody%3Atrue");
  }

  @Test
  void what_is_refused_is_shown_again_with_a_word_at_its_field() {
    FakeMonitor.tells(RULES + HANDLING, answer("rule"));

    as("chief")
        .get("/calculator?rule=public-security-case-handling&start=&end=2026-04-01T10:00")
        .statusCode(400)
        .body(containsString("请填写起算时间"), containsString("value=\"2026-04-01T10:00\""));
  }

  @Test
  void a_row_is_added_without_scripts() {
    FakeMonitor.tells(RULES + HANDLING, answer("rule"));

    as("chief")
        .get("/calculator?rule=public-security-case-handling")
        .body(not(containsString("name=\"pauseFrom\"")));
    as("chief")
        .get("/calculator?rule=public-security-case-handling&add=pause&end=")
        .body(containsString("name=\"pauseFrom\""), not(containsString("name=\"addsNumber\"")));
  }

  static String answer(String name) {
    try (var text = LawPagesTest.class.getResourceAsStream("/monitor/" + name + ".json")) {
      return new String(
          java.util.Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
