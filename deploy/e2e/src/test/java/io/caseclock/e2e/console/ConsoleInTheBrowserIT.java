package io.caseclock.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.caseclock.e2e.Roster;
import io.caseclock.e2e.Suite;
import io.caseclock.local.secret.LocalUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What people see and do at the console, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleInTheBrowserIT {

  private static final String OVERDUE = "A9901000000000101";
  private static final String OVERDUE_TOO = "A9901000000000102";
  private static final String OVERDUE_TWICE_OPEN = "A9901000000000105";
  private static final String WARNED = "A9901000000000103";
  private static final String NEW = "A9901000000000104";
  private static final double HALF_A_MINUTE = 30_000;

  private @Nullable Suite running;
  private @Nullable Chromium launched;

  @BeforeAll
  void overdueCasesAndOneThatSoonIs(@TempDir Path directory) {
    Chromium.require();
    running = Suite.start(directory, 1);
    file(OVERDUE);
    file(OVERDUE_TOO);
    file(OVERDUE_TWICE_OPEN);
    suite().fastForward(Duration.ofDays(20));
    file(WARNED);
    suite().fastForward(Duration.ofDays(28));
    launched = Chromium.launch();
    suite().until(() -> suite().notices(OVERDUE), it -> !it.isEmpty());
    suite().until(() -> suite().notices(OVERDUE_TOO), it -> !it.isEmpty());
    suite().until(() -> suite().notices(OVERDUE_TWICE_OPEN), it -> !it.isEmpty());
    suite().until(() -> suite().letters(Roster.OFFICER, "warning", WARNED), it -> !it.isEmpty());
  }

  @AfterAll
  void stop() {
    if (launched != null) {
      launched.close();
    }
    if (running != null) {
      running.close();
    }
  }

  @Test
  void strangers_are_led_to_the_sign_in_page_and_a_wrong_password_is_refused() {
    try (var visit = visit(new NewContextOptions()).open("/")) {
      assertThat(visit.page()).hasURL(Pattern.compile(".*/sign-in\\?.*"));
      visit.isAccessible();
      assertThat(visit.complaints()).isEmpty();

      visit.signIn("officer", "wrong");
      assertThat(visit.page().getByRole(AriaRole.ALERT)).hasText("用户名或密码不正确。");

      visit.signIn(user("officer"));
      assertThat(visit.page()).hasTitle("总览 · 案件时钟");
    }
  }

  @Test
  void a_notice_is_opened_signed_for_answered_and_accepted() {
    String notice;
    try (var officer = signedIn("officer")) {
      assertThat(officer.page().locator("#own-overdue")).containsText("超期未办结");
      officer.isAccessible();

      officer.line("notices", OVERDUE).getByRole(AriaRole.LINK).first().click();
      assertThat(officer.state()).hasText("已送达");
      officer.isAccessible();
      officer.press("签收");
      assertThat(officer.state()).hasText("已签收");
      officer.page().getByLabel("整改情况").fill("已作出处理决定");
      officer.press("填报整改");
      assertThat(officer.state()).hasText("待复核");
      officer.isAccessible();
      assertThat(officer.complaints()).isEmpty();
      notice = officer.page().url();
    }
    try (var legal = signedIn("legal")) {
      legal.open(notice);
      assertThat(legal.page().locator(".history")).containsText("已作出处理决定");
      legal.isAccessible();
      legal.press("复核通过");
      assertThat(legal.state()).hasText("已办结");
      assertThat(legal.complaints()).isEmpty();
      legal.open("/");
      assertThat(legal.line("notices", OVERDUE)).hasCount(0);
    }
  }

  @Test
  void whoever_acts_on_a_notice_that_changed_meanwhile_is_told_and_sees_its_state() {
    try (var first = signedIn("officer");
        var second = signedIn("officer")) {
      first.line("notices", OVERDUE_TWICE_OPEN).locator(".name a").click();
      second.open(first.page().url());

      first.press("签收");
      second.press("签收");

      assertThat(first.state()).hasText("已签收");
      assertThat(second.page().getByRole(AriaRole.ALERT).first()).isVisible();
      assertThat(second.state()).hasText("已签收");
      second.isAccessible();
    }
  }

  @Test
  void the_language_is_switched_and_remembered() {
    try (var visit = signedIn("officer")) {
      visit.follow("English");
      assertThat(visit.page()).hasTitle("Overview · CaseClock");
      visit.isAccessible();
      visit.open("/");
      assertThat(visit.page().locator("html")).hasAttribute("lang", "en");
      assertThat(visit.page().locator("#own-overdue")).containsText("Overdue");

      visit.follow("中文");
      assertThat(visit.page()).hasTitle("总览 · 案件时钟");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void on_a_phone_no_page_scrolls_sideways() {
    try (var visit = visit(new NewContextOptions().setViewportSize(360, 740)).open("/")) {
      assertThat(visit.scrollsSideways()).isFalse();
      visit.signIn(user("supervisor"));
      assertThat(visit.page().locator("#t-overdue")).isVisible();
      assertThat(visit.scrollsSideways()).isFalse();
      visit.isAccessible();
      visit.line("notices", OVERDUE_TOO).getByRole(AriaRole.LINK).first().click();
      assertThat(visit.state()).isVisible();
      assertThat(visit.scrollsSideways()).isFalse();
    }
  }

  @Test
  void without_scripts_a_notice_is_signed_for_all_the_same() {
    try (var visit = visit(new NewContextOptions().setJavaScriptEnabled(false)).open("/")) {
      visit.signIn(user("officer"));
      visit.line("notices", OVERDUE_TOO).getByRole(AriaRole.LINK).first().click();
      visit.press("签收");
      assertThat(visit.state()).hasText("已签收");
    }
  }

  /** Last, since time goes on for all the cases. */
  @Test
  @Order(Integer.MAX_VALUE)
  void whoever_looks_at_the_page_is_told_that_a_warning_arrived() {
    file(NEW);
    try (var visit = signedIn("officer")) {
      var news = visit.page().getByText("有新消息");
      assertThat(news).isHidden();

      suite().fastForward(Duration.ofDays(28));

      assertThat(news).isVisible(new IsVisibleOptions().setTimeout(HALF_A_MINUTE));
      news.click();
      assertThat(visit.page().getByText(NEW).first()).isVisible();
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private Visit signedIn(String username) {
    return visit(new NewContextOptions()).open("/").signIn(user(username));
  }

  private Visit visit(NewContextOptions options) {
    var chromium = launched;
    if (chromium == null) {
      throw new IllegalStateException("no browser");
    }
    return new Visit(chromium.browser(), suite().stack().consoleUrl(), options);
  }

  private LocalUser user(String username) {
    return suite().stack().secrets().users().stream()
        .filter(user -> user.username().equals(username))
        .findFirst()
        .orElseThrow();
  }

  private void file(String caseId) {
    var event = suite().event(caseId, "case-filed", "case/" + caseId, Map.of());
    assertThat(suite().post(event).status()).isEqualTo(202);
    suite().until(() -> suite().effects(caseId), effects -> effects.status() == 200);
  }

  private Suite suite() {
    if (running == null) {
      throw new IllegalStateException("no suite");
    }
    return running;
  }
}
