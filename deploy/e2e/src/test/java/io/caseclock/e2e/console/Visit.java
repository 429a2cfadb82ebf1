package io.caseclock.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import io.caseclock.local.secret.LocalUser;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** One person at the console, in a browser of their own. */
final class Visit implements AutoCloseable {

  private static final Set<String> BAD = Set.of("serious", "critical");

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  Visit(Browser browser, URI console, NewContextOptions options) {
    context =
        browser.newContext(
            options
                .setBaseURL(console.toString())
                .setLocale("zh-CN")
                .setReducedMotion(ReducedMotion.REDUCE));
    page = context.newPage();
    page.onPageError(complaints::add);
    page.onRequest(request -> leavesTheMachine(request.url(), console));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
  }

  /** Nothing that happened so far counts. */
  void forget() {
    complaints.clear();
  }

  /** Waits until nothing is on its way that a script asked for; a live stream stays open. */
  void settle() {
    page.waitForFunction("!document.querySelector('.htmx-request')");
    page.waitForFunction(
        "[...document.querySelectorAll('canvas[data-chart]')]"
            + ".every(it => window.Chart && window.Chart.getChart(it))");
  }

  /** What reaches beyond the window, for whoever mends it. */
  Object tooWide() {
    return page.evaluate(
        """
        [...document.querySelectorAll('body *')]
          .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
          .slice(0, 3).map(e => e.tagName + '.' + e.className).join(' ')
        """);
  }

  Page page() {
    return page;
  }

  Visit open(String path) {
    page.navigate(path);
    return this;
  }

  Visit signIn(LocalUser user) {
    return signIn(user.username(), user.password());
  }

  Visit signIn(String username, String password) {
    page.getByLabel("用户名").fill(username);
    page.getByLabel("密码").fill(password);
    press("登录");
    return this;
  }

  void press(String button) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true)).click();
  }

  void follow(String link) {
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(link).setExact(true)).click();
  }

  /** The line of a case in the table with that heading. */
  Locator line(String heading, String caseId) {
    return page.locator("section")
        .filter(new FilterOptions().setHas(page.locator("#" + heading)))
        .locator("tbody tr")
        .filter(new FilterOptions().setHasText(caseId));
  }

  /** The first line of a case in the one table of the page. */
  Locator row(String caseId) {
    return page.locator("main tbody tr").filter(new FilterOptions().setHasText(caseId)).first();
  }

  Locator state() {
    return page.locator("h1 .badge");
  }

  private void leavesTheMachine(String url, URI console) {
    if (!url.startsWith(console.toString()) && !url.startsWith("data:")) {
      complaints.add("asked for " + url);
    }
  }

  /** What the browser complained about since the visit began; a breach of the CSP is among it. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Nothing on this page shuts people out who cannot see it, or not well. */
  void isAccessible() {
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .filteredOn(violation -> BAD.contains(violation.getImpact()))
        .as(page.url())
        .extracting(violation -> violation.getId() + " " + violation.getNodes())
        .isEmpty();
  }

  boolean scrollsSideways() {
    return (boolean)
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  @Override
  public void close() {
    context.close();
  }
}
