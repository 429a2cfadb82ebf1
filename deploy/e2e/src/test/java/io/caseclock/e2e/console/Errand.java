package io.caseclock.e2e.console;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** Something that somebody wants to know or do, begun on the overview; counts the clicks. */
final class Errand {

  private final Page page;
  private int clicks;

  Errand(Visit visit) {
    page = visit.open("/").page();
  }

  Page page() {
    return page;
  }

  int clicks() {
    return clicks;
  }

  Errand click(Locator what) {
    clicks++;
    what.first().click();
    return this;
  }

  Errand click(String selector) {
    return click(page.locator(selector));
  }

  /** A page of the navigation. */
  Errand go(String name) {
    return click(
        page.locator("nav.pages")
            .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true)));
  }

  Errand follow(String name) {
    return click(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name)));
  }

  Errand press(String name) {
    return click(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name)));
  }

  /** Typing is no click; Enter sends what was typed. */
  Errand search(String text) {
    page.locator("#find").fill(text);
    page.locator("#find").press("Enter");
    clicks++;
    return this;
  }

  Download download(Locator link) {
    clicks++;
    return page.waitForDownload(() -> link.first().click());
  }

  /** Instead of the dialogue, which nobody would close here, the page notes that it was printed. */
  boolean isPrintedBy(String button) {
    page.evaluate("window.print = () => document.body.dataset.printed = 'yes'");
    press(button);
    return "yes".equals(page.locator("body").getAttribute("data-printed"));
  }
}
