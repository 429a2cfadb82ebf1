package io.caseclock.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.options.SelectOption;
import io.caseclock.e2e.console.SampleConsole.Running;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a supervisor comes for in the morning: each within three clicks of the overview. */
@ExtendWith(SampleConsole.class)
class TwelveTasksIT {

  private static final int MOST_CLICKS = 3;

  private @Nullable Visit visit;
  private @Nullable Errand errand;

  @BeforeEach
  void atTheOverview(Running console) {
    visit = console.signedIn("supervisor");
    errand = new Errand(visit);
  }

  @AfterEach
  void withinThreeClicks() {
    assertThat(errand().clicks()).isLessThanOrEqualTo(MOST_CLICKS);
    assertThat(visit().complaints()).isEmpty();
    visit().close();
  }

  @Test
  void who_is_late_tomorrow_in_a_station_is_found_and_printed() {
    var figure = page().locator("a[href*='due=tomorrow'][href*='unit=']");
    var count = Integer.parseInt(figure.last().innerText().replaceAll("(?s)\\D*(\\d+).*", "$1"));

    errand().click(figure.last());

    assertThat(rows()).hasCount(count);
    assertThat(page()).hasURL(Pattern.compile(".*/deadlines\\?.*due=tomorrow.*"));
    assertThat(errand().isPrintedBy("打印")).isTrue();
  }

  @Test
  void this_month_stands_beside_the_last_one_by_unit() {
    assertThat(page().locator("section:has(#months) tbody tr").first()).isVisible();
  }

  @Test
  void the_days_since_the_last_breach_are_told() {
    assertThat(page().getByText("连续无超期天数").first()).isVisible();
  }

  @Test
  void yesterdays_bulletin_comes_as_pdf() throws IOException {
    var file = errand().go("通报").download(page().locator("main a[href$='/pdf']")).path();

    assertThat(Files.readAllBytes(file)).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void one_case_shows_its_picture_and_why_it_is_due_that_day(Running console) {
    var caseId =
        console
            .suite()
            .monitor("/api/v1/deadlines?status=breached&limit=1")
            .text("deadlines/0/caseId");

    errand().search(caseId);

    assertThat(page()).hasURL(Pattern.compile(".*/cases/" + caseId));
    assertThat(page().locator("svg.time-picture").first()).isVisible();
    errand().click(page().locator(".case-deadlines details > summary"));
    assertThat(page().locator("ol.trace li").first()).isVisible();
  }

  @Test
  void who_has_not_signed_is_listed() {
    errand().click(linkWith("未签收"));

    assertThat(page()).hasURL(Pattern.compile(".*/notices\\?.*"));
    assertThat(rows().first()).isVisible();
  }

  @Test
  void the_cases_that_fail_the_video_link_are_listed() {
    errand().go("指标").click(linkWith("视频"));

    assertThat(page().locator("#failed")).isVisible();
  }

  @Test
  void deadlines_are_exported_and_open_in_a_spreadsheet() throws IOException {
    var file =
        errand().go("期限").download(page().locator("a[href*='/deadlines/export'][href*='xlsx']"));

    try (var sheet = new ZipFile(file.path().toFile())) {
      assertThat(sheet.getEntry("xl/worksheets/sheet1.xml")).isNotNull();
      assertThat(sheet.getEntry("[Content_Types].xml")).isNotNull();
    }
  }

  @Test
  void a_date_is_computed() {
    errand()
        .go("期限计算")
        .click("main a[href*='/calculator?rule=']")
        .click("main form[action='/calculator'] button.btn-primary");

    assertThat(page().locator("main"))
        .containsText(Pattern.compile("届满日\\s+\\d{4}年\\d{1,2}月\\d{1,2}日"));
  }

  @Test
  void a_provision_is_read() {
    errand().go("规则库").click("main a[href^='/rules/']");

    assertThat(page().locator("#provisions")).isVisible();
    assertThat(page().locator("section:has(#provisions) strong").first()).isVisible();
  }

  @Test
  void todays_call_backs_that_are_left_are_listed() {
    errand().click(linkWith("今日待回访"));

    assertThat(page()).hasURL(Pattern.compile(".*/tasks\\?.*"));
    assertThat(page().locator("h1")).isVisible();
  }

  @Test
  void a_noisy_rule_is_silenced() {
    errand().click("main a[href='/silences']");
    page()
        .locator("main form[action='/silences'] [name=rule]")
        .selectOption(new SelectOption().setIndex(1));
    page().locator("main form[action='/silences'] [name=reason]").fill("演练期间暂不告知");
    errand().click("main form[action='/silences'] button[type=submit]");

    assertThat(page().locator("main")).containsText("演练期间暂不告知");
  }

  private Locator linkWith(String text) {
    return page().locator("main a", new LocatorOptions().setHasText(text));
  }

  private Locator rows() {
    return page().locator("main tbody tr");
  }

  private Page page() {
    return errand().page();
  }

  private Errand errand() {
    if (errand == null) {
      throw new IllegalStateException("nobody came");
    }
    return errand;
  }

  private Visit visit() {
    if (visit == null) {
      throw new IllegalStateException("nobody came");
    }
    return visit;
  }
}
